import type Stripe from 'stripe';
import { lookupKeyOf, type PlanPrice } from '../../../../contracts/values/plans.js';
import { Problem } from '../../../platform/http/problem.js';
import { askStripe } from './ask-stripe.js';

/**
 * The price at Stripe that a plan has now.
 * @throws Problem 409 where Stripe does not have it: the operator has not run `billing sync-prices`
 */
export async function priceAtStripe(api: Stripe, price: PlanPrice): Promise<string> {
  const key = lookupKeyOf(price);
  const { data } = await askStripe(() => api.prices.list({ lookup_keys: [key], active: true, limit: 1 }));
  const [found] = data;
  if (found) return found.id;
  throw new Problem(
    'not-possible-now',
    `This plan cannot be bought at the moment: the price ${key} is not known to the payment service.`,
  );
}
