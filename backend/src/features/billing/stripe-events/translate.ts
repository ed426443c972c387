import type { SubscriptionFact } from '../subscription/subscription-events.js';
import { IGNORED_TYPES } from './ignored-types.js';
import { checkoutFacts, invoiceFacts, refundFact } from './invoice-facts.js';
import type { KeptStripeEvent } from './kept-fields.js';
import { subscriptionFacts } from './subscription-facts.js';

export type Translation =
  /** Of an account that is connected to ours: it is not about our customers. */
  | { readonly kind: 'foreign' }
  | { readonly kind: 'facts'; readonly facts: readonly SubscriptionFact[] }
  /** It changes nothing for us, and we know why. */
  | { readonly kind: 'ignored'; readonly why: string }
  /** A type that nobody has decided about: kept and counted. */
  | { readonly kind: 'unknown' }
  /** A type that we know, without what we need of it: kept and counted, and told to operators. */
  | { readonly kind: 'unfit' };

/** By type of event the name of the object in it. A type that is here is not in IGNORED_TYPES. */
export const TRANSLATED_TYPES: Readonly<Record<string, string>> = {
  'customer.subscription.created': 'subscription',
  'customer.subscription.updated': 'subscription',
  'customer.subscription.deleted': 'subscription',
  'customer.subscription.paused': 'subscription',
  'customer.subscription.resumed': 'subscription',
  'invoice.paid': 'invoice',
  'invoice.payment_failed': 'invoice',
  'invoice.payment_action_required': 'invoice',
  'invoice.voided': 'invoice',
  'invoice.marked_uncollectible': 'invoice',
  'refund.created': 'refund',
  'refund.updated': 'refund',
  'refund.failed': 'refund',
  'charge.refund.updated': 'refund',
  'charge.refunded': 'charge',
  'checkout.session.completed': 'checkout.session',
  'checkout.session.expired': 'checkout.session',
};

/**
 * What an event of Stripe says in our words.
 * @param workspaceId whose it is, by the customer or by what Stripe was given along: see `customerId` and `workspaceTold` of the event
 */
export function translate(event: KeptStripeEvent, workspaceId: string): Translation {
  const { stripeType, object } = event;
  if (event.connectedAccountId !== null) return { kind: 'foreign' };
  const why = IGNORED_TYPES[stripeType];
  if (why !== undefined) return { kind: 'ignored', why };
  const expected = Object.hasOwn(TRANSLATED_TYPES, stripeType) ? TRANSLATED_TYPES[stripeType] : undefined;
  if (expected === undefined) return { kind: 'unknown' };
  if (object !== expected) return { kind: 'unfit' };
  const facts = factsOf(event, workspaceId);
  if (!facts) return { kind: 'unfit' };
  if (facts.length === 0) return { kind: 'ignored', why: 'refund.created tells each refund' };
  return { kind: 'facts', facts };
}

/** Undefined where the event lacks what it needs. */
function factsOf(event: KeptStripeEvent, workspaceId: string): readonly SubscriptionFact[] | undefined {
  const { subscription, invoice, checkout, refund, charge } = event;
  if (subscription) return subscriptionFacts(event, subscription, workspaceId);
  if (invoice) return invoiceFacts(event, invoice, workspaceId);
  if (checkout) return checkoutFacts(event, checkout, workspaceId);
  // A charge tells its refunds in the older versions of Stripe's API alone.
  const refunds = refund ? [refund] : (charge?.refunds?.data ?? []);
  const facts = refunds.map((one) => refundFact(event, one, workspaceId));
  return facts.every((fact) => fact !== undefined) ? facts : undefined;
}
