import { invoiceSchema, type Invoice } from '../../../../contracts/events/subscription/invoice.js';
import type {
  KeptCheckout,
  KeptInvoice,
  KeptRefund,
} from '../../../../contracts/events/subscription/kept-object.js';
import type { SubscriptionFact } from '../subscription/subscription-events.js';
import { instantOrNull } from './instant-of.js';
import type { KeptStripeEvent } from './kept-fields.js';

/** Undefined where Stripe's object lacks what every invoice has. */
export function invoiceOf(invoice: KeptInvoice): Invoice | undefined {
  const read = invoiceSchema.safeParse({
    invoiceId: invoice.id,
    number: invoice.number ?? null,
    status: invoice.status,
    billingReason: invoice.billing_reason ?? null,
    totalMinor: invoice.total,
    dueMinor: invoice.amount_due,
    paidMinor: invoice.amount_paid,
    currency: invoice.currency?.toUpperCase(),
    attemptCount: invoice.attempt_count ?? 0,
    nextAttemptAt: instantOrNull(invoice.next_payment_attempt),
  });
  return read.success ? read.data : undefined;
}

/** Null on an invoice that was written by hand. */
export const subscriptionOfInvoice = ({ parent, subscription }: KeptInvoice): string | null =>
  parent?.subscription_details?.subscription ?? subscription ?? null;

/** Undefined where the event lacks what it needs. */
export function invoiceFacts(
  event: KeptStripeEvent,
  kept: KeptInvoice,
  workspaceId: string,
): readonly SubscriptionFact[] | undefined {
  const invoice = invoiceOf(kept);
  if (!invoice) return undefined;
  const { at, stripeEventId, stripeType } = event;
  const subscriptionId = subscriptionOfInvoice(kept);
  const customerId = kept.customer ?? null;
  const data = { workspaceId, at, stripeEventId, stripeType, subscriptionId, customerId, invoice };
  if (stripeType === 'invoice.payment_failed') return [{ type: 'subscription.PaymentFailed.v1', data }];
  if (stripeType === 'invoice.payment_action_required')
    return [{ type: 'subscription.PaymentActionRequired.v1', data }];
  if (stripeType !== 'invoice.paid') return [{ type: 'subscription.InvoiceWrittenOff.v1', data }];
  const paid: SubscriptionFact = { type: 'subscription.InvoicePaid.v1', data };
  return invoice.attemptCount > 1 ? [paid, { type: 'subscription.PaymentRecovered.v1', data }] : [paid];
}

/** Undefined where the event lacks what it needs. */
export function refundFact(
  { at, stripeEventId, stripeType, customerId }: KeptStripeEvent,
  { id, amount, currency, status, reason, charge, customer }: KeptRefund,
  workspaceId: string,
): SubscriptionFact | undefined {
  if (id === undefined || amount === undefined || currency === undefined || !status) return undefined;
  return {
    type: 'subscription.Refunded.v1',
    data: {
      workspaceId,
      at,
      stripeEventId,
      stripeType,
      customerId: customer ?? customerId,
      refundId: id,
      chargeId: charge ?? null,
      amountMinor: amount,
      currency: currency.toUpperCase(),
      status,
      reason: reason ?? null,
    },
  };
}

/** Undefined where the event lacks what it needs. */
export function checkoutFacts(
  { at, stripeEventId, stripeType }: KeptStripeEvent,
  { id, customer, subscription }: KeptCheckout,
  workspaceId: string,
): readonly SubscriptionFact[] | undefined {
  if (id === undefined) return undefined;
  const outcome = stripeType === 'checkout.session.completed' ? 'completed' : 'expired';
  const ended: SubscriptionFact = {
    type: 'subscription.CheckoutEnded.v1',
    data: {
      workspaceId,
      at,
      stripeEventId,
      stripeType,
      sessionId: id,
      outcome,
      subscriptionId: subscription ?? null,
    },
  };
  if (!customer || outcome === 'expired') return [ended];
  const linked: SubscriptionFact = {
    type: 'subscription.CustomerLinked.v1',
    data: { workspaceId, customerId: customer, at, stripeEventId },
  };
  return [linked, ended];
}
