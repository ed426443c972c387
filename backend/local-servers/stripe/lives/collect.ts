import type Stripe from 'stripe';
import type { Double } from '../double.js';
import { idOf, type CardFate } from '../objects/kinds.js';
import { chargeFor, intentOf, paymentsOf } from '../objects/payment.js';
import { amend, emit, update } from '../webhooks/emit.js';
import { endSubscription } from './end-subscription.js';

const DAY = 86_400;
/** Days from a failed try to the next; after the last of them the subscription is cancelled. */
export const RETRY_AFTER_DAYS = [3, 5, 7] as const;

export interface Try {
  /** What comes of it; by default the customer's card says. */
  readonly outcome?: CardFate;
  /** The customer is there, so the plan of automatic retries does not move. */
  readonly isByHand?: boolean;
}

/** Tries to be paid for an open invoice, and lets the subscription follow. */
export function collect(double: Double, open: Stripe.Invoice, how: Try = {}): Stripe.Invoice {
  const outcome = how.outcome ?? double.store.extra('customer', idOf(open.customer)).fate;
  if (open.amount_due === 0 || outcome === 'ok') return paid(double, open);
  return failed(double, open, outcome, how.isByHand ?? false);
}

function paid(double: Double, open: Stripe.Invoice): Stripe.Invoice {
  const { now } = double.clock;
  if (open.amount_due > 0) {
    const intent = intentOf(double, open);
    const charge = chargeFor(double, intent);
    amend(double, intent, {
      status: 'succeeded',
      amount_received: intent.amount,
      latest_charge: charge.id,
      last_payment_error: null,
      next_action: null,
    });
    for (const payment of paymentsOf(double, open.id))
      amend(double, payment, {
        status: 'paid',
        amount_paid: open.amount_due,
        status_transitions: { canceled_at: null, paid_at: now },
      });
  }
  const invoice = amend(double, open, {
    status: 'paid',
    amount_paid: open.amount_due,
    amount_remaining: 0,
    attempted: true,
    attempt_count: open.amount_due > 0 ? open.attempt_count + 1 : open.attempt_count,
    auto_advance: false,
    next_payment_attempt: null,
    status_transitions: { ...open.status_transitions, paid_at: now },
  });
  emit(double, 'invoice.paid', invoice);
  emit(double, 'invoice.payment_succeeded', invoice);
  const subscription = subscriptionOfInvoice(double, invoice);
  const isLatest = subscription?.latest_invoice === invoice.id;
  if (subscription && isLatest && ['incomplete', 'past_due'].includes(subscription.status))
    update(double, subscription, { status: 'active' });
  return invoice;
}

const DECLINED = {
  code: 'card_declined',
  decline_code: 'generic_decline',
  message: 'Your card was declined.',
};
const UNPROVED = {
  code: 'authentication_required',
  decline_code: 'authentication_required',
  message: 'Your card was declined. This transaction requires authentication.',
};

function failed(
  double: Double,
  open: Stripe.Invoice,
  outcome: 'declines' | 'needs-3ds',
  isByHand: boolean,
): Stripe.Invoice {
  const intent = intentOf(double, open);
  const needsAction = outcome === 'needs-3ds';
  amend(double, intent, {
    status: needsAction ? 'requires_action' : 'requires_payment_method',
    last_payment_error: { type: 'card_error', ...(needsAction ? UNPROVED : DECLINED) },
    next_action: needsAction
      ? {
          type: 'redirect_to_url',
          redirect_to_url: { return_url: null, url: open.hosted_invoice_url ?? null },
        }
      : null,
  });
  const isFirst = open.attempt_count === 0;
  const attempts = isByHand && !isFirst ? open.attempt_count : open.attempt_count + 1;
  const pause = RETRY_AFTER_DAYS[attempts - 1];
  const next = pause === undefined ? null : double.clock.now + pause * DAY;
  const invoice = amend(double, open, {
    attempted: true,
    attempt_count: attempts,
    next_payment_attempt: isByHand && !isFirst ? open.next_payment_attempt : next,
    auto_advance: next !== null,
  });
  emit(double, 'invoice.payment_failed', invoice);
  if (needsAction) emit(double, 'invoice.payment_action_required', invoice);
  const subscription = subscriptionOfInvoice(double, invoice);
  if (!subscription || subscription.ended_at !== null) return invoice;
  if (next === null && !isByHand) endSubscription(double, subscription, 'payment_failed');
  else if (subscription.status === 'active') update(double, subscription, { status: 'past_due' });
  return double.store.the('invoice', invoice.id);
}

export function subscriptionOfInvoice(
  { store }: Double,
  invoice: Stripe.Invoice,
): Stripe.Subscription | undefined {
  return store.find('subscription', idOf(invoice.parent?.subscription_details?.subscription));
}
