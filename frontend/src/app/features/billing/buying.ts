import { DOCUMENT } from '@angular/common';
import { Injectable, inject } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import type { PayEvery, Plan, PlanCurrency } from '../../api/billing.js';
import { Orders } from '../../core/orders/orders.js';
import { BillingWordsStore } from './billing-words.store.js';
import { ChangeDialog, type ChangeQuestion } from './change-dialog.js';
import { SubscriptionStore } from './subscription.store.js';

/** The orders of a customer, with our words for why one was refused. Provided by the page that has the buttons. */
@Injectable()
export class Buying extends Orders {
  private readonly words = inject(BillingWordsStore);
  private readonly store = inject(SubscriptionStore);
  private readonly dialog = inject(MatDialog);
  private readonly document = inject(DOCUMENT);

  /** Leaves the dashboard for the checkout. */
  async checkout(wanted: { plan: Plan; interval: PayEvery; currency: PlanCurrency }): Promise<void> {
    const words = this.words.t().refusals;
    const url = await this.order(() => this.store.checkout(wanted), words.hasOne);
    if (url !== undefined) this.document.location.assign(url);
  }

  /** Leaves the dashboard for cards and receipts. */
  async portal(): Promise<void> {
    const url = await this.order(() => this.store.portal());
    if (url !== undefined) this.document.location.assign(url);
  }

  async cancel(): Promise<void> {
    await this.order(() => this.store.cancel());
  }

  async resume(): Promise<void> {
    await this.order(() => this.store.resume());
  }

  /** Asks what to change to; true where it was changed. */
  async change(question: ChangeQuestion): Promise<boolean> {
    const dialog = this.dialog.open<ChangeDialog, ChangeQuestion, true>(ChangeDialog, {
      data: question,
      width: '520px',
      maxWidth: '94vw',
      autoFocus: 'first-tabbable',
    });
    return (await firstValueFrom(dialog.afterClosed())) === true;
  }

  order<T>(work: () => Promise<T>, notPossible?: string): Promise<T | undefined> {
    const words = this.words.t().refusals;
    return this.give(work, (kind) => {
      if (kind === 'email-unproved') return words.unproved;
      if (kind === 'unavailable') return words.away;
      return kind === 'not-possible-now' || kind === 'conflict' ? (notPossible ?? words.notPossible) : null;
    });
  }
}
