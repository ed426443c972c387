import type Stripe from 'stripe';
import {
  lookupKeyOf,
  PAID_PLANS,
  PLAN_PRICES,
  priceMinor,
  type PaidPlan,
  type PlanPrice,
} from '../../../../contracts/values/plans.js';

export interface SyncedPrices {
  readonly made: readonly string[];
  readonly unchanged: readonly string[];
}

const productId = (plan: PaidPlan): string => `digitallz_${plan}`;

/**
 * Makes what Stripe sells what our file of plans says. A price is never changed, for subscriptions hold on to it: where the amount is
 * another one, a new price takes the lookup key over and whoever has the old one keeps it. Doing it again changes nothing.
 */
export async function syncPrices(api: Stripe): Promise<SyncedPrices> {
  for (const plan of PAID_PLANS) await syncProduct(api, plan);
  const made: string[] = [];
  const unchanged: string[] = [];
  for (const price of PLAN_PRICES)
    ((await syncPrice(api, price)) ? made : unchanged).push(lookupKeyOf(price));
  return { made, unchanged };
}

async function syncProduct(api: Stripe, plan: PaidPlan): Promise<void> {
  const id = productId(plan);
  const name = `Digitallz Keywords ${plan}`;
  for await (const product of api.products.list({ ids: [id] })) {
    if (product.name !== name || !product.active) await api.products.update(id, { name, active: true });
    return;
  }
  await api.products.create({ id, name, metadata: { plan } }, { idempotencyKey: `product-${id}` });
}

/** True where it was made. */
async function syncPrice(api: Stripe, price: PlanPrice): Promise<boolean> {
  const key = lookupKeyOf(price);
  const amount = priceMinor(price.plan, price.interval, price.currency);
  const currency = price.currency.toLowerCase();
  const { data } = await api.prices.list({ lookup_keys: [key], active: true, limit: 1 });
  const [known] = data;
  const isSame =
    known?.unit_amount === amount &&
    known.currency === currency &&
    known.recurring?.interval === price.interval &&
    known.product === productId(price.plan);
  if (isSame) return false;
  await api.prices.create(
    {
      product: productId(price.plan),
      currency,
      unit_amount: amount,
      recurring: { interval: price.interval },
      lookup_key: key,
      transfer_lookup_key: true,
      // The key moves on with the next change; what this price stood for stays told.
      metadata: { lookup_key: key },
      nickname: key,
    },
    // A later return to an earlier amount must be a new price, too: the one that is replaced is part of the name.
    { idempotencyKey: `price-${key}-${amount}-${known?.id ?? 'first'}` },
  );
  return true;
}
