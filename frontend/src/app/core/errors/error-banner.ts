import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Icon } from '../../ui/icon.js';
import { LanguageStore } from '../i18n/language.store.js';
import { ErrorBannerStore } from './error-banner.store.js';

/** A quiet red line at the top that says what did not work, until it is dismissed. */
@Component({
  selector: 'dk-error-banner',
  imports: [Icon, MatButton],
  template: `@if (banner.text(); as text) {
    <div class="banner" role="alert" data-testid="error-banner">
      <dk-icon name="warning" />
      <p>{{ text }}</p>
      <button matButton type="button" (click)="banner.dismiss()">{{ language.t().errors.dismiss }}</button>
    </div>
  }`,
  styles: `
    .banner {
      display: flex;
      align-items: center;
      gap: 12px;
      padding: 6px var(--gutter);
      color: var(--red);
      background: var(--red-soft);
    }
    p {
      flex: 1;
      overflow-wrap: anywhere;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ErrorBanner {
  protected readonly banner = inject(ErrorBannerStore);
  protected readonly language = inject(LanguageStore);
}
