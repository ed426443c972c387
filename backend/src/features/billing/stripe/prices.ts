import { lookupKeyOf, type PlanPrice } from '../../../../contracts/values/plans.js';
import { Problem } from '../../../platform/http/problem.js';
import { askStripe } from './ask-stripe.js';
import type { StripeAccess } from './open-stripe.js';
import { syncPrices } from './sync-prices.js';

/**
 * The price at Stripe that a plan has now. A double of Stripe that does not have it is filled first; the real one by an operator.
 * @throws Problem 409 where Stripe does not have it: `billing sync-prices` was not run
 */
export async function priceAtStripe(stripe: StripeAccess, price: PlanPrice): Promise<string> {
  const found = await askStripe(() => find(stripe, price));
  if (found !== undefined) return found;
  if (stripe.isDouble) {
    await askStripe(() => syncPrices(stripe.api));
    const made = await askStripe(() => find(stripe, price));
    if (made !== undefined) return made;
  }
  throw new Problem(
    'not-possible-now',
    `This plan cannot be bought at the moment: the price ${lookupKeyOf(price)} is not known to the payment service.`,
  );
}

async function find({ api }: StripeAccess, price: PlanPrice): Promise<string | undefined> {
  const { data } = await api.prices.list({ lookup_keys: [lookupKeyOf(price)], active: true, limit: 1 });
  return data[0]?.id;
}
