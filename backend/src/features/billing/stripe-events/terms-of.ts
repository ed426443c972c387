import type { DataOf } from '../../../../contracts/events/catalogue.js';
import type {
  KeptPrevious,
  KeptSubscription,
} from '../../../../contracts/events/subscription/kept-object.js';
import { termsSchema, type Terms } from '../../../../contracts/events/subscription/terms.js';
import { priceOfLookupKey, type PlanPrice } from '../../../../contracts/values/plans.js';
import { instantOrNull } from './instant-of.js';

type Item = NonNullable<NonNullable<KeptPrevious['items']>['data']>[number];
type Price = NonNullable<Item['price']>;

/**
 * Which of our prices this is: by its lookup key, or by the one that it was made with, for the key moves on when prices change.
 * Undefined where it has none of ours, or is for another interval or currency than its key says.
 */
export function planPriceOf(price: Price | undefined): PlanPrice | undefined {
  const key = price?.lookup_key ?? price?.metadata?.lookup_key;
  const known = key === undefined ? undefined : priceOfLookupKey(key);
  if (!known || price?.recurring?.interval !== known.interval) return undefined;
  if ((price.recurring.interval_count ?? 1) !== 1) return undefined;
  return price.currency === known.currency.toLowerCase() ? known : undefined;
}

/** The item that makes the plan: the first with a price of ours, for somebody at Stripe may have added others. */
export function planItemOf({ items }: Pick<KeptPrevious, 'items'>): Item | undefined {
  const all = items?.data ?? [];
  return all.find(({ price }) => planPriceOf(price)) ?? all[0];
}

/** Undefined where Stripe's object lacks what every subscription has. */
export function termsOf(subscription: KeptSubscription): Terms | undefined {
  const item = planItemOf(subscription);
  const price = item?.price;
  const known = planPriceOf(price);
  const amount = price?.unit_amount;
  const terms = termsSchema.safeParse({
    subscriptionId: subscription.id,
    customerId: subscription.customer,
    plan: known?.plan ?? null,
    interval: known?.interval ?? null,
    currency: (subscription.currency ?? price?.currency)?.toUpperCase(),
    priceId: price?.id ?? null,
    status: subscription.status,
    startedAt: instantOrNull(subscription.start_date ?? subscription.created),
    periodStart: instantOrNull(item?.current_period_start ?? subscription.current_period_start),
    periodEnd: instantOrNull(item?.current_period_end ?? subscription.current_period_end),
    cancelAt: instantOrNull(subscription.cancel_at),
    cancelAtPeriodEnd: subscription.cancel_at_period_end ?? false,
    trialEnd: instantOrNull(subscription.trial_end),
    endedAt: instantOrNull(subscription.ended_at),
    amountMinor: typeof amount === 'number' ? amount * (item?.quantity ?? 1) : null,
    discountId: subscription.discounts?.[0] ?? null,
  });
  return terms.success ? terms.data : undefined;
}

/** The subscription before an update: what changed is told as it was, all else is as it is. */
export function termsBefore(
  subscription: KeptSubscription,
  previous: DataOf<'subscription.StripeEventStored.v1'>['previous'],
): Terms | null {
  if (!previous) return null;
  return termsOf({ ...subscription, ...previous, id: subscription.id }) ?? null;
}
