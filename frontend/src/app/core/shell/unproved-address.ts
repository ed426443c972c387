import { HttpClient } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { Icon } from '../../ui/icon.js';
import { SessionStore } from '../auth/session.store.js';
import { LanguageStore } from '../i18n/language.store.js';
import { Orders } from '../orders/orders.js';

/** A quiet line while the address is not confirmed; gone until the next visit once it is closed. */
@Component({
  selector: 'dk-unproved-address',
  imports: [Icon],
  providers: [Orders],
  template: `@if (email(); as address) {
    <div class="line" role="status" data-testid="unproved">
      <p>{{ language.t().account.unproved(address) }} {{ language.t().account.unprovedWhy }}</p>
      @if (isSent()) {
        <span>{{ language.t().account.sentAgain }}</span>
      } @else {
        <button type="button" class="again" [disabled]="orders.busy()" (click)="sendAgain()">
          {{ language.t().account.sendAgain }}
        </button>
      }
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
    .again {
      width: auto;
      padding: 0 8px;
      color: inherit;
      text-decoration: underline;
      white-space: nowrap;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UnprovedAddress {
  protected readonly language = inject(LanguageStore);
  private readonly session = inject(SessionStore);
  private readonly http = inject(HttpClient);
  protected readonly orders = inject(Orders);
  protected readonly isClosed = signal(false);
  protected readonly isSent = signal(false);
  protected readonly email = computed(() => {
    const me = this.session.me();
    return me && !me.isVerified && !this.isClosed() ? me.email : null;
  });

  protected async sendAgain(): Promise<void> {
    const sent = await this.orders.give(() => firstValueFrom(this.http.post('/api/v1/me/email-proof', {})));
    this.isSent.set(sent !== undefined);
  }
}
