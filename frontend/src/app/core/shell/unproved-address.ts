import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { Icon } from '../../ui/icon.js';
import { SessionStore } from '../auth/session.store.js';
import { LanguageStore } from '../i18n/language.store.js';

/** A quiet line while the address is not confirmed; gone until the next visit once it is closed. */
@Component({
  selector: 'dk-unproved-address',
  imports: [Icon],
  template: `@if (email(); as address) {
    <div class="line" role="status" data-testid="unproved">
      <p>{{ language.t().account.unproved(address) }} {{ language.t().account.unprovedWhy }}</p>
      <button type="button" [attr.aria-label]="language.t().errors.dismiss" (click)="isClosed.set(true)">
        <dk-icon name="close" />
      </button>
    </div>
  }`,
  styles: `
    .line {
      display: flex;
      align-items: center;
      gap: 12px;
      padding: 4px var(--gutter);
      background: var(--amber-soft);
      color: var(--amber);
      font-size: var(--size-table);
    }
    p {
      flex: 1;
      min-width: 0;
      overflow-wrap: anywhere;
    }
    button {
      display: grid;
      place-items: center;
      width: 32px;
      height: 32px;
      background: none;
      border: 0;
      border-radius: 6px;
      cursor: pointer;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UnprovedAddress {
  protected readonly language = inject(LanguageStore);
  private readonly session = inject(SessionStore);
  protected readonly isClosed = signal(false);
  protected readonly email = computed(() => {
    const me = this.session.me();
    return me && !me.isVerified && !this.isClosed() ? me.email : null;
  });
}
