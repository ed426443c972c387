import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, viewChild } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet, type IsActiveMatchOptions } from '@angular/router';
import { Icon, type IconName } from '../../ui/icon.js';
import { SessionStore } from '../auth/session.store.js';
import { ErrorBanner } from '../errors/error-banner.js';
import { LanguageStore } from '../i18n/language.store.js';
import { LANGUAGES } from '../i18n/languages.js';
import { LiveUpdatesStore } from '../live/live-updates.store.js';
import { THEMES, ThemeStore } from '../preferences/theme.store.js';
import { StatusStore } from '../status/status.store.js';
import { AccountMenu } from './account-menu.js';
import { SearchField } from './search-field.js';
import { UnprovedAddress } from './unproved-address.js';

interface RailEntry {
  path: string;
  icon: IconName;
  word: 'research' | 'tracking' | 'history' | 'settings' | 'operations';
  active: IsActiveMatchOptions;
}

const ANY = { queryParams: 'ignored', fragment: 'ignored', matrixParams: 'ignored' } as const;

const ENTRIES: readonly RailEntry[] = [
  { path: '/', icon: 'search', word: 'research', active: { paths: 'exact', ...ANY } },
  { path: '/tracking', icon: 'track', word: 'tracking', active: { paths: 'subset', ...ANY } },
  { path: '/history', icon: 'history', word: 'history', active: { paths: 'subset', ...ANY } },
  { path: '/settings', icon: 'settings', word: 'settings', active: { paths: 'subset', ...ANY } },
];
const OPERATIONS: RailEntry = {
  path: '/operations',
  icon: 'operations',
  word: 'operations',
  active: { paths: 'subset', ...ANY },
};

/** The frame around every page: rail, search, how live and how real the data is, and the page itself. */
@Component({
  selector: 'dk-shell',
  imports: [
    AccountMenu,
    ErrorBanner,
    Icon,
    RouterLink,
    RouterLinkActive,
    RouterOutlet,
    SearchField,
    UnprovedAddress,
  ],
  templateUrl: './shell.html',
  styleUrl: './shell.scss',
  host: { '(document:keydown)': 'onKey($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Shell {
  protected readonly language = inject(LanguageStore);
  protected readonly live = inject(LiveUpdatesStore);
  protected readonly status = inject(StatusStore);
  protected readonly theme = inject(ThemeStore);
  protected readonly languages = LANGUAGES;
  private readonly session = inject(SessionStore);
  protected readonly entries = computed(() =>
    this.session.isOperator() ? [...ENTRIES, OPERATIONS] : ENTRIES,
  );
  private readonly searchField = viewChild.required(SearchField);
  private readonly document = inject(DOCUMENT);

  /** `/` goes to the search field from anywhere except where somebody is typing. */
  protected onKey(event: KeyboardEvent): void {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    const active = this.document.activeElement;
    if (active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement) return;
    event.preventDefault();
    this.searchField().focus();
  }

  protected skip(event: Event): void {
    event.preventDefault();
    this.document.getElementById('content')?.focus();
  }

  protected nextTheme(): void {
    const next = THEMES[(THEMES.indexOf(this.theme.theme()) + 1) % THEMES.length];
    if (next) this.theme.choose(next);
  }
}
