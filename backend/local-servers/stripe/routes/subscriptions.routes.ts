import type Stripe from 'stripe';
import { changePlan, type Proration } from '../lives/change-plan.js';
import { redeem, redeemable } from '../lives/discounts.js';
import { endSubscription, type Told } from '../lives/end-subscription.js';
import { renew } from '../lives/renew.js';
import type { Double } from '../double.js';
import { idOf } from '../objects/kinds.js';
import { mergedMetadata } from '../objects/metadata.js';
import { itemOf, withItem } from '../objects/subscription.js';
import { isWithin, paged } from '../requests/paging.js';
import { invalid, missing, notThere, Refusal, unsupported as notSupported } from '../requests/refusal.js';
import { expand, moments, oneOf, only, off, paging, text, unsupported } from '../requests/rules.js';
import { update } from '../webhooks/emit.js';
import { thePrice } from './prices.routes.js';
import { route } from './route.js';
import { CANCELLATION_DETAILS, UPDATE_TABLE } from './subscription-table.js';

type Update = Stripe.SubscriptionUpdateParams;

export function theSubscription(double: Double, id: string, param = 'id'): Stripe.Subscription {
  const subscription = double.store.find('subscription', id);
  if (!subscription) throw notThere('subscription', id, param);
  return subscription;
}

interface ItemAsked {
  readonly id?: string;
  readonly price?: string;
  readonly quantity?: number;
}

/** The price and number that a request wants, of the one item that there is. */
export function itemAsked(
  double: Double,
  subscription: Stripe.Subscription,
  items: readonly ItemAsked[],
  path: string,
): { price: Stripe.Price; quantity: number } {
  const item = itemOf(subscription);
  const [asked, another] = items;
  if (another) throw notSupported(`${path}[1]`, 'more than one item');
  if (asked?.id === undefined) throw missing(`${path}[0][id]`);
  if (asked.id !== item.id) throw notThere('subscription item', asked.id, `${path}[0][id]`);
  const price = asked.price === undefined ? item.price : thePrice(double, asked.price, `${path}[0][price]`);
  if (!price.recurring) throw invalid(`The price ${price.id} is not recurring.`, `${path}[0][price]`);
  if (!price.active && price.id !== item.price.id)
    throw invalid(`The price specified is inactive (${price.id}).`, `${path}[0][price]`);
  if (price.currency !== subscription.currency)
    throw invalid(
      `The price specified only supports \`${price.currency}\`. This doesn't match the expected currency: \`${subscription.currency}\`.`,
      `${path}[0][price]`,
    );
  return { price, quantity: asked.quantity ?? item.quantity ?? 1 };
}

function toldOf(given: Update['cancellation_details']): Told {
  return {
    ...(given?.comment !== undefined && { comment: given.comment || null }),
    ...(given?.feedback !== undefined && { feedback: given.feedback || null }),
  };
}

/** What changes beside price and period. */
function changesOf(
  double: Double,
  before: Stripe.Subscription,
  params: Update,
): Partial<Stripe.Subscription> {
  const { now } = double.clock;
  const isToEnd = params.cancel_at_period_end ?? before.cancel_at_period_end;
  const isTold = isToEnd !== before.cancel_at_period_end;
  const details = before.cancellation_details ?? {
    comment: null,
    feedback: null,
    feedback_option: null,
    reason: null,
  };
  return {
    metadata: mergedMetadata(before.metadata, params.metadata),
    ...(params.description !== undefined && { description: params.description || null }),
    cancellation_details: {
      ...details,
      ...toldOf(params.cancellation_details),
      ...(isTold && { reason: isToEnd ? ('cancellation_requested' as const) : null }),
    },
    ...(isTold && {
      cancel_at_period_end: isToEnd,
      cancel_at: isToEnd ? itemOf(before).current_period_end : null,
      canceled_at: isToEnd ? now : null,
    }),
    ...(params.discounts && { discounts: discountsAsked(double, before, params.discounts) }),
  };
}

function discountsAsked(
  double: Double,
  subscription: Stripe.Subscription,
  asked: Exclude<Update['discounts'], '' | null | undefined>,
): string[] {
  return asked.map((one, place) => {
    if (one.discount === undefined)
      return redeem(double, redeemable(double, one, `discounts[${place}]`), subscription, null).id;
    if (!subscription.discounts.some((kept) => idOf(kept) === one.discount))
      throw notThere('discount', one.discount, `discounts[${place}][discount]`);
    return one.discount;
  });
}

function updateSubscription(
  double: Double,
  before: Stripe.Subscription,
  params: Update,
): Stripe.Subscription {
  if (before.ended_at !== null)
    throw invalid('A canceled subscription can only update its cancellation_details and metadata.');
  const alsoChanged = changesOf(double, before, params);
  const item = itemOf(before);
  if (params.trial_end === 'now' && before.status === 'trialing') {
    const { now } = double.clock;
    const ended = update(double, before, {
      ...alsoChanged,
      trial_end: now,
      billing_cycle_anchor: now,
      items: withItem(before, { current_period_end: now }),
    });
    return renew(double, ended);
  }
  if (!params.items) return update(double, before, alsoChanged);
  const wanted = itemAsked(double, before, params.items, 'items');
  const at = params.proration_date ?? double.clock.now;
  if (at < item.current_period_start || at > item.current_period_end)
    throw invalid(
      'Cannot specify a proration date outside of the current billing period of this subscription.',
      'proration_date',
    );
  const proration = (params.proration_behavior ?? 'create_prorations') as Proration;
  const { subscription, invoice } = changePlan(double, before, { ...wanted, proration, at }, alsoChanged);
  if (params.payment_behavior === 'error_if_incomplete' && invoice?.status === 'open')
    throw new Refusal(402, {
      type: 'card_error',
      code: 'card_declined',
      decline_code: 'generic_decline',
      message: 'Your card was declined. Nothing was changed.',
    });
  return subscription;
}

export const subscriptionRoutes = [
  route<Stripe.SubscriptionRetrieveParams>('GET', '/v1/subscriptions/:id', { expand }, ({ double, id }) =>
    theSubscription(double, id),
  ),
  route<Update>('POST', '/v1/subscriptions/:id', UPDATE_TABLE, ({ double, id, params }) =>
    updateSubscription(double, theSubscription(double, id), params),
  ),
  route<Stripe.SubscriptionCancelParams>(
    'DELETE',
    '/v1/subscriptions/:id',
    { cancellation_details: CANCELLATION_DETAILS, expand, invoice_now: off, prorate: off },
    ({ double, id, params }) => {
      const subscription = theSubscription(double, id);
      // As the real one: what has ended can no longer be cancelled.
      if (subscription.ended_at !== null) throw notThere('subscription', id);
      return endSubscription(
        double,
        subscription,
        'cancellation_requested',
        toldOf(params.cancellation_details),
      );
    },
  ),
  route<Stripe.SubscriptionListParams>(
    'GET',
    '/v1/subscriptions',
    {
      ...paging,
      automatic_tax: unsupported,
      collection_method: only('charge_automatically'),
      created: moments,
      current_period_end: moments,
      current_period_start: moments,
      customer: text,
      customer_account: unsupported,
      expand,
      plan: text,
      price: text,
      status: oneOf(
        'active',
        'all',
        'canceled',
        'ended',
        'incomplete',
        'incomplete_expired',
        'past_due',
        'paused',
        'trialing',
        'unpaid',
      ),
      test_clock: unsupported,
    },
    ({ double, params }) =>
      paged(
        double.store
          .newestFirst('subscription', params.customer)
          .filter(
            (one) =>
              hasStatus(one, params.status) &&
              isWithin(one.created, params.created) &&
              isWithin(itemOf(one).current_period_end, params.current_period_end) &&
              isWithin(itemOf(one).current_period_start, params.current_period_start) &&
              (params.price ?? params.plan ?? itemOf(one).price.id) === itemOf(one).price.id,
          ),
        params,
        '/v1/subscriptions',
      ),
  ),
];

/** Without a status Stripe leaves out those that were cancelled. */
function hasStatus({ status, ended_at }: Stripe.Subscription, asked: string | undefined): boolean {
  if (asked === undefined) return status !== 'canceled';
  if (asked === 'all') return true;
  return asked === 'ended' ? ended_at !== null : status === asked;
}
