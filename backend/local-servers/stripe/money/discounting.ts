import type Stripe from 'stripe';
import type { LineDraft } from '../objects/kinds.js';
import { share } from './proration.js';

export interface Reduction {
  readonly discount: string;
  readonly coupon: Pick<Stripe.Coupon, 'percent_off' | 'amount_off' | 'currency'>;
}
export interface Reduced {
  readonly draft: LineDraft;
  readonly reductions: readonly { readonly amount: number; readonly discount: string }[];
}

/**
 * What every line is reduced by. A percentage goes off each line, credits included, for they give back what was paid;
 * a fixed amount goes off the ordinary lines, one after another, until it is used up.
 */
export function reduced(
  drafts: readonly LineDraft[],
  all: readonly Reduction[],
  currency: string,
): Reduced[] {
  const lines = drafts.map((draft) => ({
    draft,
    left: draft.amount,
    reductions: [] as { amount: number; discount: string }[],
  }));
  for (const { discount, coupon } of all) {
    let budget = coupon.currency === currency ? (coupon.amount_off ?? 0) : 0;
    for (const line of lines) {
      const isOrdinary = !line.draft.isProration && line.left > 0;
      // Percentages have up to two decimals.
      const amount =
        coupon.percent_off !== null
          ? share(line.left, Math.round(coupon.percent_off * 100), 10_000)
          : isOrdinary
            ? Math.min(budget, line.left)
            : 0;
      if (amount === 0) continue;
      budget -= amount;
      line.left -= amount;
      line.reductions.push({ amount, discount });
    }
  }
  return lines;
}
