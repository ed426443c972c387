import type Stripe from 'stripe';
import { after } from '../clock/periods.js';
import type { Double } from '../double.js';
import type { Reduction } from '../money/discounting.js';
import { newId } from '../objects/ids.js';
import { idOf } from '../objects/kinds.js';
import { invalid, notThere } from '../requests/refusal.js';

interface Asked {
  readonly coupon?: string;
  readonly promotion_code?: string;
}

export interface Redeemed {
  readonly coupon: Stripe.Coupon;
  readonly code: Stripe.PromotionCode | undefined;
}

/** The coupon and code behind what a request names; refuses what cannot be redeemed now. */
export function redeemable(double: Double, asked: Asked, param: string): Redeemed {
  const code =
    asked.promotion_code === undefined
      ? undefined
      : double.store.find('promotion_code', asked.promotion_code);
  if (asked.promotion_code !== undefined && !code)
    throw notThere('promotion code', asked.promotion_code, `${param}[promotion_code]`);
  const couponId = code ? idOf(code.promotion.coupon) : (asked.coupon ?? '');
  const coupon = double.store.find('coupon', couponId);
  if (!coupon) throw notThere('coupon', couponId, `${param}[coupon]`);
  if (code && !isCodeValid(double, code))
    throw invalid(
      'This promotion code cannot be redeemed: it is inactive, expired or used up.',
      `${param}[promotion_code]`,
    );
  if (!isCouponValid(double, coupon))
    throw invalid(`Coupon ${coupon.id} is used up or expired and cannot be applied.`, `${param}[coupon]`, 'coupon_expired'); // prettier-ignore
  return { coupon, code };
}

export const isCouponValid = ({ clock }: Double, coupon: Stripe.Coupon): boolean =>
  (coupon.max_redemptions === null || coupon.times_redeemed < coupon.max_redemptions) &&
  (coupon.redeem_by === null || coupon.redeem_by > clock.now);

export const isCodeValid = ({ clock }: Double, code: Stripe.PromotionCode): boolean =>
  code.active &&
  (code.max_redemptions === null || code.times_redeemed < code.max_redemptions) &&
  (code.expires_at === null || code.expires_at > clock.now);

/** Redeems it for a subscription: the discount is kept, coupon and code count it. */
export function redeem(
  double: Double,
  { coupon, code }: Redeemed,
  subscription: Stripe.Subscription,
  session: string | null,
): Stripe.Discount {
  const { now } = double.clock;
  double.store.put({ ...coupon, times_redeemed: coupon.times_redeemed + 1 });
  if (code) double.store.put({ ...code, times_redeemed: code.times_redeemed + 1 });
  const months = coupon.duration === 'repeating' ? coupon.duration_in_months : null;
  return double.store.put<Stripe.Discount>({
    id: newId('di'),
    object: 'discount',
    checkout_session: session,
    customer: idOf(subscription.customer),
    customer_account: null,
    end: months === null ? null : after(now, { interval: 'month', interval_count: 1 }, months),
    invoice: null,
    invoice_item: null,
    promotion_code: code?.id ?? null,
    source: { coupon: coupon.id, type: 'coupon' },
    start: now,
    subscription: subscription.id,
    subscription_item: null,
  });
}

/** What goes off the subscription's next invoice, as far as it still holds. */
export function reductionsOf(double: Double, subscription: Stripe.Subscription): Reduction[] {
  return subscription.discounts
    .map((discount) => double.store.the('discount', idOf(discount)))
    .filter(({ end }) => end === null || end > double.clock.now)
    .map((discount) => ({
      discount: discount.id,
      coupon: double.store.the('coupon', idOf(discount.source.coupon)),
    }));
}

/** Of the discounts those that go on after an invoice that has something to pay: not those for once, nor ended ones. */
export function discountsAfterInvoice(double: Double, subscription: Stripe.Subscription): string[] {
  return reductionsOf(double, subscription)
    .filter(({ coupon }) => (coupon as Stripe.Coupon).duration !== 'once')
    .map(({ discount }) => discount);
}
