import type Stripe from 'stripe';
import type { Double } from '../double.js';
import { share } from '../money/proration.js';
import { type Extras, idOf } from '../objects/kinds.js';

type Discounts = NonNullable<Stripe.Checkout.Session['discounts']>;
type Lines = Extras['checkout.session']['lines'];

/** What is to be paid today: nothing on a trial, else the price less the discount. */
export function totalsOf(
  double: Double,
  lines: Lines,
  isTrial: boolean,
  discounts: Discounts,
): Pick<Stripe.Checkout.Session, 'amount_subtotal' | 'amount_total' | 'total_details'> {
  const full = lines.reduce((sum, { price, quantity }) => {
    return sum + (double.store.the('price', price).unit_amount ?? 0) * quantity;
  }, 0);
  const subtotal = isTrial ? 0 : full;
  let left = subtotal;
  for (const { coupon, promotion_code } of discounts) {
    const code = promotion_code ? double.store.the('promotion_code', idOf(promotion_code)) : undefined;
    const terms = double.store.the('coupon', idOf(code ? code.promotion.coupon : coupon));
    left -=
      terms.percent_off !== null
        ? share(left, Math.round(terms.percent_off * 100), 10_000)
        : Math.min(terms.amount_off ?? 0, left);
  }
  return {
    amount_subtotal: subtotal,
    amount_total: left,
    total_details: { amount_discount: subtotal - left, amount_shipping: 0, amount_tax: 0 },
  };
}

export function sessionTotals(double: Double, session: string, discounts: Discounts) {
  const extra = double.store.extra('checkout.session', session);
  const isTrial = extra.trialDays !== null || extra.trialEnd !== null;
  return totalsOf(double, extra.lines, isTrial, discounts);
}
