import type Stripe from 'stripe';
import type { Double } from '../double.js';
import { idOf } from '../objects/kinds.js';
import { amend, emit } from '../webhooks/emit.js';

type Reason = Stripe.Subscription.CancellationDetails.Reason;
export type Told = Partial<Pick<Stripe.Subscription.CancellationDetails, 'comment' | 'feedback'>>;

/** Ends it now; invoices that are still open are no longer tried. */
export function endSubscription(
  double: Double,
  subscription: Stripe.Subscription,
  reason: Reason,
  told: Told = {},
): Stripe.Subscription {
  const { now } = double.clock;
  const { comment = null, feedback = null, feedback_option = null } = subscription.cancellation_details ?? {};
  const ended = amend(double, subscription, {
    status: 'canceled',
    canceled_at: subscription.canceled_at ?? now,
    ended_at: now,
    cancellation_details: { comment, feedback, feedback_option, ...told, reason },
  });
  emit(double, 'customer.subscription.deleted', ended);
  for (const invoice of double.store.newestFirst('invoice', idOf(subscription.customer)))
    if (
      invoice.status === 'open' &&
      invoice.parent?.subscription_details?.subscription === subscription.id &&
      invoice.next_payment_attempt !== null
    )
      amend(double, invoice, { next_payment_attempt: null, auto_advance: false });
  return ended;
}
