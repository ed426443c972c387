import { Injectable, effect, signal } from '@angular/core';
import { keep, readKept } from './kept.js';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Light or dark: as the system says until somebody chooses here. */
@Injectable({ providedIn: 'root' })
export class ThemeStore {
  readonly theme = signal<Theme>(THEMES.find((t) => t === readKept('theme')) ?? 'system');

  constructor() {
    effect(() => {
      const theme = this.theme();
      if (theme === 'system') delete document.documentElement.dataset['theme'];
      else document.documentElement.dataset['theme'] = theme;
    });
  }

  choose(theme: Theme): void {
    this.theme.set(theme);
    keep('theme', theme);
  }
}
