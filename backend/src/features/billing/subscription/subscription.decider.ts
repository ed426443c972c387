import type { DataOf } from '../../../../contracts/events/catalogue.js';
import type { Invoice } from '../../../../contracts/events/subscription/invoice.js';
import type { Terms } from '../../../../contracts/events/subscription/terms.js';
import type { AnyNewEvent } from '../../../../event-log/event-log.js';
import { lastOf } from './newest-words.js';
import { standingOf, type Standing } from './standing.js';
import { byStripe, factEvent, type Cause, type SubscriptionFact } from './subscription-events.js';
import { customerOf, type SubscriptionState } from './subscription-state.js';

/** The facts of one event of Stripe, once. What is older than what we know is recorded too: it happened. */
export function decideFacts(
  state: SubscriptionState,
  stripeEventId: string,
  facts: readonly SubscriptionFact[],
): AnyNewEvent[] {
  if (state.seen.has(stripeEventId)) return [];
  return facts
    .filter((fact) => !isKnownLink(state, fact))
    .map((fact) => factEvent(fact, byStripe(stripeEventId), whichOf(fact)));
}

const isKnownLink = (state: SubscriptionState, { type, data }: SubscriptionFact): boolean =>
  type === 'subscription.CustomerLinked.v1' && customerOf(state) === data.customerId;

// One charge may tell several refunds at once.
const whichOf = ({ type, data }: SubscriptionFact): string =>
  type === 'subscription.Refunded.v1' ? data.refundId : '';

/** Nothing new where Stripe knows the workspace as this customer already. */
export function decideCustomerLink(
  state: SubscriptionState,
  {
    workspaceId,
    customerId,
    at,
  }: { readonly workspaceId: string; readonly customerId: string; readonly at: string },
  cause: Cause,
): AnyNewEvent[] {
  if (customerOf(state) === customerId) return [];
  const data = { workspaceId, customerId, at, stripeEventId: null };
  return [factEvent({ type: 'subscription.CustomerLinked.v1', data }, cause, customerId)];
}

export function decideCheckoutStarted(
  state: SubscriptionState,
  data: DataOf<'subscription.CheckoutStarted.v1'>,
  cause: Cause,
): AnyNewEvent[] {
  if (state.checkouts.get(data.sessionId)?.started) return [];
  return [factEvent({ type: 'subscription.CheckoutStarted.v1', data }, cause, data.sessionId)];
}

const graceOf = (subscriptionId: string): Cause => ({ id: `grace ${subscriptionId}`, actor: 'billing' });

/** What is to be said about days of grace now: asked after each fact, and at `changesAt` of the entitlement. */
export function decideGrace(state: SubscriptionState, workspaceId: string, now: string): AnyNewEvent[] {
  return [...state.subscriptions.values()].flatMap((subscription) => {
    const standing = standingOf(state, subscription, now);
    return standing ? graceFacts(state, workspaceId, standing, now) : [];
  });
}

function graceFacts(
  { graces }: SubscriptionState,
  workspaceId: string,
  { terms, plan, inGrace, graceUntil }: Standing,
  now: string,
): AnyNewEvent[] {
  const { subscriptionId } = terms;
  const ofThis = [...graces.values()].filter((grace) => grace.subscriptionId === subscriptionId);
  const open = ofThis.filter(({ outcome }) => outcome === null);
  if (inGrace) {
    // A failed payment that is told late may move the end; it is the same grace still.
    if (graceUntil === null || open.length > 0 || ofThis.some((grace) => grace.graceUntil === graceUntil))
      return [];
    const data = { workspaceId, subscriptionId, at: now, graceUntil };
    return [factEvent({ type: 'subscription.GraceStarted.v1', data }, graceOf(subscriptionId), graceUntil)];
  }
  const outcome = plan === null ? 'lapsed' : 'paid';
  return open.map((grace) => {
    const data = { workspaceId, subscriptionId, at: now, graceUntil: grace.graceUntil, outcome } as const;
    return factEvent({ type: 'subscription.GraceEnded.v1', data }, graceOf(subscriptionId), grace.graceUntil);
  });
}

/** What Stripe answers when it is asked for a subscription. */
export interface AskedOfStripe {
  readonly workspaceId: string;
  /** When it was asked, by Stripe's clock: what it said up to then counts less than this answer. */
  readonly at: string;
  readonly terms: Terms;
  readonly invoices: readonly Invoice[];
}

/** Nothing where we know it as Stripe does. */
export function decideReconciled(
  state: SubscriptionState,
  { workspaceId, at, terms, invoices }: AskedOfStripe,
): AnyNewEvent[] {
  const { subscriptionId } = terms;
  const known = lastOf(state.subscriptions.get(subscriptionId)?.newest ?? []);
  const strange = invoices.filter(
    (invoice) => isTold(invoice) && isStrange(state.invoices.get(invoice.invoiceId)?.said.invoice, invoice),
  );
  const healed = [...differing(known, terms), ...strange.map(({ invoiceId }) => `invoice ${invoiceId}`)];
  if (healed.length === 0) return [];
  const heardAt = afterWordsOf(at, state.subscriptions.get(subscriptionId)?.newest[0]?.at);
  const data = { workspaceId, subscriptionId, at: heardAt, terms, invoices: strange, healed };
  const cause = { id: `reconciling ${heardAt}`, actor: 'billing' };
  return [factEvent({ type: 'subscription.Reconciled.v1', data }, cause, subscriptionId)];
}

/**
 * Stripe counts in seconds, and may be asked twice within one: the second answer must count more than the first, and less than what Stripe
 * says in the next second. So it is told a thousandth later.
 */
function afterWordsOf(at: string, known: string | undefined): string {
  const second = (moment: string) => moment.slice(0, 'yyyy-mm-ddThh:mm:ss'.length);
  if (known === undefined || known < at || second(known) !== second(at)) return at;
  const later = new Date(Date.parse(known) + 1).toISOString();
  return second(later) === second(at) ? later : known;
}

/** No fact says that an invoice was written or waits for its first payment. */
const isTold = ({ status, attemptCount }: Invoice): boolean =>
  status !== 'draft' && (status !== 'open' || attemptCount > 0);

/** When the next payment is tried moves without a word. */
const isStrange = (known: Invoice | undefined, told: Invoice): boolean =>
  differing(known, told).some((field) => field !== 'nextAttemptAt');

/** Names of the fields that are not the same. */
function differing<Value extends object>(known: Value | undefined, told: Value): string[] {
  return (Object.keys(told) as (keyof Value & string)[]).filter((field) => known?.[field] !== told[field]);
}
