import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Icon } from '../../ui/icon.js';
import { LanguageStore } from '../i18n/language.store.js';
import { ErrorBannerStore } from './error-banner.store.js';

/**
 * A quiet red line at the top that says what did not work, until it is dismissed. Where the plan has no more of something it is
 * amber, for nothing is broken, and leads to the plans.
 */
@Component({
  selector: 'dk-error-banner',
  imports: [Icon, MatButton, RouterLink],
  template: `@if (banner.text(); as text) {
    <div
      class="banner"
      role="alert"
      [class.quota]="banner.isQuota()"
      [attr.data-testid]="banner.isQuota() ? 'quota-banner' : 'error-banner'"
    >
      <dk-icon name="warning" />
      <p>{{ text }}</p>
      @if (banner.isQuota()) {
        <a matButton="outlined" routerLink="/pricing" (click)="banner.dismiss()">{{
          language.t().errors.seePlans
        }}</a>
      }
      <button matButton type="button" (click)="banner.dismiss()">{{ language.t().errors.dismiss }}</button>
    </div>
  }`,
  styles: `
    :host {
      position: sticky;
      top: var(--top);
      z-index: 14;
      display: block;
    }
    .banner {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 12px;
      padding: 6px var(--gutter);
      color: var(--red);
      background: var(--red-soft);
    }
    .quota {
      color: var(--amber);
      background: var(--amber-soft);
    }
    p {
      flex: 1 1 220px;
      overflow-wrap: anywhere;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ErrorBanner {
  protected readonly banner = inject(ErrorBannerStore);
  protected readonly language = inject(LanguageStore);
}
