import type Stripe from 'stripe';
import { isCouponValid } from '../lives/discounts.js';
import type { Double } from '../double.js';
import { newId } from '../objects/ids.js';
import { idOf } from '../objects/kinds.js';
import { mergedMetadata } from '../objects/metadata.js';
import { isWithin, paged } from '../requests/paging.js';
import { invalid, missing, notThere } from '../requests/refusal.js';
import {
  decimal,
  expand,
  flag,
  from,
  integer,
  metadata,
  moments,
  needed,
  oneOf,
  only,
  paging,
  record,
  text,
  unsupported,
} from '../requests/rules.js';
import { route } from './route.js';

/** Whether it can still be redeemed is a matter of the moment. */
const asOfNow = (double: Double, coupon: Stripe.Coupon): Stripe.Coupon => ({
  ...coupon,
  valid: isCouponValid(double, coupon),
});

function theCoupon(double: Double, id: string, param = 'id'): Stripe.Coupon {
  const coupon = double.store.find('coupon', id);
  if (!coupon) throw notThere('coupon', id, param);
  return asOfNow(double, coupon);
}

export const couponRoutes = [
  route<Stripe.CouponCreateParams>(
    'POST',
    '/v1/coupons',
    {
      amount_off: from(1),
      applies_to: unsupported,
      currency: text,
      currency_options: unsupported,
      duration: oneOf('once', 'repeating', 'forever'),
      duration_in_months: from(1),
      expand,
      id: text,
      max_redemptions: from(1),
      metadata,
      name: text,
      percent_off: decimal,
      redeem_by: integer,
    },
    ({ double, params }) => {
      const { amount_off: off, percent_off: percent, duration = 'once' } = params;
      if ((off === undefined) === (percent === undefined))
        throw invalid('You must pass either `percent_off` or `amount_off`, and not both.', 'percent_off');
      if (percent !== undefined && (percent <= 0 || percent > 100))
        throw invalid('Invalid percent_off: must be greater than 0 and at most 100', 'percent_off');
      if (off !== undefined && params.currency === undefined) throw missing('currency');
      if (duration === 'repeating' && params.duration_in_months === undefined)
        throw missing('duration_in_months');
      if (params.id !== undefined && double.store.byId(params.id))
        throw invalid('Coupon already exists.', 'id', 'resource_already_exists');
      return double.store.put<Stripe.Coupon>({
        id: params.id ?? newId('', 8).slice(1),
        object: 'coupon',
        amount_off: off ?? null,
        created: double.clock.now,
        currency: params.currency ?? null,
        duration,
        duration_in_months: params.duration_in_months ?? null,
        livemode: false,
        max_redemptions: params.max_redemptions ?? null,
        metadata: mergedMetadata(null, params.metadata),
        name: params.name ?? null,
        percent_off: percent ?? null,
        redeem_by: params.redeem_by ?? null,
        times_redeemed: 0,
        valid: true,
      });
    },
  ),
  route<Stripe.CouponRetrieveParams>('GET', '/v1/coupons/:id', { expand }, ({ double, id }) =>
    theCoupon(double, id),
  ),
  route<Stripe.CouponListParams>(
    'GET',
    '/v1/coupons',
    { ...paging, created: moments, expand },
    ({ double, params }) =>
      paged(
        double.store
          .newestFirst('coupon')
          .filter((one) => isWithin(one.created, params.created))
          .map((one) => asOfNow(double, one)),
        params,
        '/v1/coupons',
      ),
  ),
];

export const promotionCodeRoutes = [
  route<Stripe.PromotionCodeCreateParams>(
    'POST',
    '/v1/promotion_codes',
    {
      promotion: needed(
        record<Stripe.PromotionCodeCreateParams.Promotion>({ coupon: text, type: needed(only('coupon')) }),
      ),
      active: flag,
      code: text,
      customer: unsupported,
      customer_account: unsupported,
      expand,
      expires_at: integer,
      max_redemptions: from(1),
      metadata,
      restrictions: unsupported,
    },
    ({ double, params }) => {
      if (params.promotion.coupon === undefined) throw missing('promotion[coupon]');
      const coupon = theCoupon(double, params.promotion.coupon, 'promotion[coupon]');
      const code = params.code ?? newId('', 8).slice(1).toUpperCase();
      const isTaken = double.store
        .newestFirst('promotion_code')
        .some((one) => one.active && one.code.toLowerCase() === code.toLowerCase());
      if (isTaken) throw invalid(`An active promotion code with \`code: ${code}\` already exists.`, 'code');
      return double.store.put<Stripe.PromotionCode>({
        id: newId('promo'),
        object: 'promotion_code',
        active: params.active ?? true,
        code,
        created: double.clock.now,
        customer: null,
        customer_account: null,
        expires_at: params.expires_at ?? null,
        livemode: false,
        max_redemptions: params.max_redemptions ?? null,
        metadata: mergedMetadata(null, params.metadata),
        promotion: { coupon: coupon.id, type: 'coupon' },
        restrictions: { first_time_transaction: false, minimum_amount: null, minimum_amount_currency: null },
        times_redeemed: 0,
      });
    },
  ),
  route<Stripe.PromotionCodeListParams>(
    'GET',
    '/v1/promotion_codes',
    {
      ...paging,
      active: flag,
      code: text,
      coupon: text,
      created: moments,
      customer: text,
      customer_account: unsupported,
      expand,
    },
    ({ double, params }) =>
      paged(
        double.store
          .newestFirst('promotion_code')
          .filter(
            (one) =>
              isWithin(one.created, params.created) &&
              (params.active ?? one.active) === one.active &&
              (params.code ?? one.code).toLowerCase() === one.code.toLowerCase() &&
              (params.coupon ?? idOf(one.promotion.coupon)) === idOf(one.promotion.coupon) &&
              (params.customer === undefined || one.customer === params.customer),
          ),
        params,
        '/v1/promotion_codes',
      ),
  ),
];
