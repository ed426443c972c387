import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { SessionStore } from '../../core/auth/session.store.js';
import { PageTitleStore } from '../../core/i18n/page-title.store.js';
import { SettingsWordsStore } from './settings-words.store.js';

const TABS = ['profile', 'devices', 'workspace', 'keys', 'privacy', 'audit'] as const;
/** Those need a role in the workspace. */
const OF_ADMINS: readonly string[] = ['keys', 'audit'];

@Component({
  selector: 'dk-settings-page',
  imports: [RouterLink, RouterLinkActive, RouterOutlet],
  template: `@let t = words.t();
    <h1>{{ t.title }}</h1>
    <nav [attr.aria-label]="t.sections">
      @for (tab of tabs(); track tab) {
        <a [routerLink]="['/settings', tab]" routerLinkActive="active" ariaCurrentWhenActive="page">{{
          t.tabs[tab]
        }}</a>
      }
    </nav>
    <router-outlet />`,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 16px;
      max-width: 960px;
    }
    router-outlet {
      display: none;
    }
    nav {
      display: flex;
      gap: 4px;
      overflow-x: auto;
      border-bottom: 1px solid var(--line);
      scrollbar-width: none;
    }
    a {
      flex: none;
      padding: 8px 12px;
      border-bottom: 2px solid transparent;
      color: var(--text-2);
      text-decoration: none;
    }
    a:hover {
      color: var(--text);
    }
    a:focus-visible {
      outline-offset: -2px;
    }
    .active {
      border-color: var(--accent);
      color: var(--accent-strong);
      font-weight: 600;
    }
    @media (width < 700px) {
      nav {
        flex-wrap: wrap;
      }
      a {
        padding: 6px 10px;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SettingsPage {
  protected readonly words = inject(SettingsWordsStore);
  private readonly session = inject(SessionStore);
  protected readonly tabs = computed(() =>
    TABS.filter(
      (tab) => !OF_ADMINS.includes(tab) || this.session.mayAct('admin') || this.session.isOperator(),
    ),
  );

  constructor() {
    inject(PageTitleStore).follow(() => this.words.t().title);
  }
}
