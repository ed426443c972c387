import { Injectable, inject, signal } from '@angular/core';
import type { Preview } from '../../api/billing.js';
import { refusalOf } from '../../core/errors/refusal.js';
import { Orders } from '../../core/orders/orders.js';
import { BillingWordsStore } from './billing-words.store.js';

type TooMuch = Preview['tooMuch'];

/** Orders of the dialog that changes a plan: a refusal may tell what is too much in use. */
@Injectable()
export class ChangeOrders extends Orders {
  private readonly words = inject(BillingWordsStore);
  readonly tooMuch = signal<TooMuch | null>(null);

  /** A question that a later one overtakes: it does not wait for its turn. */
  async newest<T>(work: () => Promise<T>): Promise<T | undefined> {
    this.busy.set(false);
    return this.order(work);
  }

  order<T>(work: () => Promise<T>): Promise<T | undefined> {
    this.tooMuch.set(null);
    const words = this.words.t().refusals;
    const remembering = async () => {
      try {
        return await work();
      } catch (error) {
        const tooMuch = tooMuchIn(refusalOf(error).fields);
        this.tooMuch.set(tooMuch.length > 0 ? tooMuch : null);
        throw error;
      }
    };
    return this.give(remembering, (kind) => {
      if (kind === 'unavailable') return words.away;
      return kind === 'not-possible-now' || kind === 'conflict' ? words.notPossible : null;
    });
  }
}

/** `trackedKeywords: 300 in use, 250 in the plan: remove 50` */
function tooMuchIn(fields: Readonly<Record<string, string>>): TooMuch {
  return Object.entries(fields).flatMap(([name, message]) => {
    const [, used, limit] = /^(\d+) in use, (\d+) in the plan/.exec(message) ?? [];
    return used === undefined || limit === undefined
      ? []
      : [{ name, used: Number(used), limit: Number(limit) }];
  });
}
