import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { LanguageStore } from '../core/i18n/language.store.js';

const SAID_MS = 3_000;

/** Puts a text on the clipboard and says whether that worked: browsers may forbid it. */
@Component({
  selector: 'dk-copy-button',
  imports: [MatButton],
  template: `<button matButton="outlined" type="button" (click)="copy()">
    <span aria-live="polite">{{ language.t().copying[state()] }}</span>
  </button>`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CopyButton {
  readonly text = input.required<string>();
  protected readonly language = inject(LanguageStore);
  protected readonly state = signal<'copy' | 'copied' | 'failed'>('copy');

  protected async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.text());
      this.state.set('copied');
    } catch {
      // The text is on the page: it can be selected.
      this.state.set('failed');
    }
    setTimeout(() => this.state.set('copy'), SAID_MS);
  }
}
