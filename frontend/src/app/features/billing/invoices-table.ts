import { ChangeDetectionStrategy, Component, effect, inject, input, untracked } from '@angular/core';
import type { Invoice } from '../../api/billing.js';
import { WordsStore } from '../../core/i18n/words.store.js';
import { listOf } from '../../core/lists/list-of.js';
import { FailurePanel } from '../../ui/failure-panel.js';
import { Skeleton } from '../../ui/skeleton.js';
import { BillingWordsStore } from './billing-words.store.js';
import { MoneyStore } from './money.store.js';

/** Every invoice, the newest first. */
@Component({
  selector: 'dk-invoices-table',
  imports: [FailurePanel, Skeleton],
  template: `@let t = words.t().invoices;
    <section class="panel">
      <h2>{{ t.title }}</h2>
      @if (invoices.items(); as items) {
        @if (items.length) {
          <div class="wide" tabindex="0" role="region" [attr.aria-label]="t.title">
            <table data-testid="invoices">
              <thead>
                <tr>
                  <th scope="col">{{ t.number }}</th>
                  <th scope="col">{{ t.at }}</th>
                  <th scope="col" class="sum">{{ t.amount }}</th>
                  <th scope="col">{{ t.status }}</th>
                </tr>
              </thead>
              <tbody>
                @for (invoice of items; track invoice.id) {
                  <tr>
                    <th scope="row">{{ invoice.number ?? t.draft }}</th>
                    <td>{{ figures.day(invoice.at) }}</td>
                    <td class="sum">{{ money.exact(invoice.totalMinor, invoice.currency) }}</td>
                    <td [class.open]="invoice.status === 'open'">
                      {{ stateOf(invoice) }}
                      @if (invoice.status === 'open' && invoice.nextAttemptAt) {
                        <span class="quiet">· {{ t.retry(figures.day(invoice.nextAttemptAt)) }}</span>
                      }
                    </td>
                  </tr>
                }
              </tbody>
            </table>
          </div>
          <p class="quiet note">{{ t.where }}</p>
        } @else {
          <p class="quiet note">{{ t.empty }}</p>
        }
      } @else if (invoices.failure(); as failure) {
        <dk-failure-panel [heading]="t.errorTitle" [failure]="failure" (retry)="invoices.reload()" />
      } @else {
        <p class="visually-hidden" role="status">{{ t.loading }}</p>
        <div class="note"><dk-skeleton width="60%" /></div>
      }
    </section>`,
  styleUrl: './billing-tables.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InvoicesTable {
  /** Read again whenever it changes. */
  readonly turn = input.required<unknown>();
  /** A past day: as it was known at its end. */
  readonly asOf = input<string | null>(null);
  protected readonly words = inject(BillingWordsStore);
  protected readonly figures = inject(WordsStore);
  protected readonly money = inject(MoneyStore);
  protected readonly invoices = listOf<Invoice>(() => {
    const asOf = this.asOf();
    return `/api/v1/billing/invoices${asOf === null ? '' : `?asOf=${asOf}`}`;
  });

  constructor() {
    effect(() => {
      if (this.turn() !== null) untracked(() => this.invoices.reload());
    });
  }

  protected stateOf({ status }: Invoice): string {
    const states: Record<string, string> = this.words.t().invoices.states;
    return states[status] ?? status;
  }
}
