import type { DataOf } from '../../../../contracts/events/catalogue.js';
import type { AnyRecordedEvent } from '../../../../event-log/event-log.js';
import type { SubscriptionFact } from './subscription-events.js';
import { newerOf, withWord, type TermsWord } from './newest-words.js';
import type { InvoiceSaid, Subscription, SubscriptionState } from './subscription-state.js';

/** Within one second. */
const RANKS: Readonly<Record<string, number>> = {
  'customer.subscription.created': 0,
  'customer.subscription.deleted': 2,
  'invoice.payment_action_required': 0,
  'invoice.paid': 2,
  'invoice.voided': 2,
  'invoice.marked_uncollectible': 2,
  'refund.created': 0,
  'refund.failed': 2,
};
const RANK_OF_CHANGES = 1;
const RANK_OF_RECONCILING = 3;
const rankOf = (stripeType: string): number => RANKS[stripeType] ?? RANK_OF_CHANGES;

type Told = Pick<AnyRecordedEvent, 'type' | 'data'> | SubscriptionFact;

const isFact = (event: Told): event is SubscriptionFact =>
  event.type.startsWith('subscription.') && event.type !== 'subscription.StripeEventStored.v1';

/** What is so after one more event. The order of events does not matter, nor does it that one comes again. */
export function evolve(state: SubscriptionState, event: Told): SubscriptionState {
  if (!isFact(event)) return state;
  switch (event.type) {
    case 'subscription.TrialStarted.v1':
    case 'subscription.Started.v1':
    case 'subscription.PlanChanged.v1':
    case 'subscription.Renewed.v1':
    case 'subscription.TermsSeen.v1':
    case 'subscription.CancellationScheduled.v1':
    case 'subscription.CancellationWithdrawn.v1':
    case 'subscription.Ended.v1':
    case 'subscription.UnknownPriceSeen.v1': {
      const { at, stripeType, stripeEventId: source, terms, termsBefore: before } = event.data;
      return saw(withTerms(state, { at, rank: rankOf(stripeType), source, terms, before }), source);
    }
    case 'subscription.PaymentFailed.v1':
      return withInvoiceOf(state, event.data, event.data.at);
    case 'subscription.PaymentActionRequired.v1':
    case 'subscription.PaymentRecovered.v1':
    case 'subscription.InvoicePaid.v1':
    case 'subscription.InvoiceWrittenOff.v1':
      return withInvoiceOf(state, event.data, null);
    case 'subscription.Refunded.v1': {
      const { at, stripeType, stripeEventId: source, refundId } = event.data;
      const said = { at, rank: rankOf(stripeType), source, refund: event.data };
      const refunds = new Map(state.refunds).set(refundId, newerOf(state.refunds.get(refundId), said));
      return saw({ ...state, refunds }, source);
    }
    case 'subscription.Reconciled.v1':
      return withReconciled(state, event.data);
    case 'subscription.CustomerLinked.v1': {
      const { customerId, at, stripeEventId } = event.data;
      const linked = { at, rank: 0, source: stripeEventId ?? customerId };
      const customers = new Map(state.customers);
      customers.set(customerId, newerOf(customers.get(customerId), linked));
      return { ...state, customers };
    }
    case 'subscription.CheckoutStarted.v1': {
      const { sessionId } = event.data;
      const outcome = state.checkouts.get(sessionId)?.outcome ?? null;
      return {
        ...state,
        checkouts: new Map(state.checkouts).set(sessionId, { started: event.data, outcome }),
      };
    }
    case 'subscription.CheckoutEnded.v1':
      return withCheckoutEnded(state, event.data);
    case 'subscription.GraceStarted.v1':
      return withGrace(state, event.data, null);
    case 'subscription.GraceEnded.v1':
      return withGrace(state, event.data, event.data.outcome);
  }
}

const saw = (state: SubscriptionState, stripeEventId: string): SubscriptionState =>
  state.seen.has(stripeEventId) ? state : { ...state, seen: new Set(state.seen).add(stripeEventId) };

function withTerms(state: SubscriptionState, word: TermsWord): SubscriptionState {
  const id = word.terms.subscriptionId;
  const known: Subscription = state.subscriptions.get(id) ?? { id, newest: [], newestKnown: [] };
  const subscription = {
    id,
    newest: withWord(known.newest, word),
    newestKnown: word.terms.plan === null ? known.newestKnown : withWord(known.newestKnown, word),
  };
  return { ...state, subscriptions: new Map(state.subscriptions).set(id, subscription) };
}

function withInvoice(
  state: SubscriptionState,
  said: InvoiceSaid,
  failedAt: string | null,
): SubscriptionState {
  const { invoiceId } = said.invoice;
  const known = state.invoices.get(invoiceId);
  const invoice = {
    said: newerOf(known?.said, said),
    failedAt: earlierOf(known?.failedAt ?? null, failedAt),
  };
  return { ...state, invoices: new Map(state.invoices).set(invoiceId, invoice) };
}

function withInvoiceOf(
  state: SubscriptionState,
  { at, stripeType, stripeEventId: source, invoice, subscriptionId }: DataOf<'subscription.PaymentFailed.v1'>,
  failedAt: string | null,
): SubscriptionState {
  const said = { at, rank: rankOf(stripeType), source, invoice, subscriptionId };
  return saw(withInvoice(state, said, failedAt), source);
}

function withReconciled(
  state: SubscriptionState,
  { at, terms, invoices, subscriptionId }: DataOf<'subscription.Reconciled.v1'>,
): SubscriptionState {
  const word = { at, rank: RANK_OF_RECONCILING, source: `reconciled ${at}` };
  return invoices.reduce<SubscriptionState>(
    (before, invoice) => withInvoice(before, { ...word, invoice, subscriptionId }, null),
    withTerms(state, { ...word, terms, before: null }),
  );
}

function withCheckoutEnded(
  state: SubscriptionState,
  { sessionId, outcome, stripeEventId }: DataOf<'subscription.CheckoutEnded.v1'>,
): SubscriptionState {
  const known = state.checkouts.get(sessionId);
  // A checkout that was gone through is not undone by one that says that its time ran out.
  const ended = known?.outcome === 'completed' ? known.outcome : outcome;
  const checkouts = new Map(state.checkouts).set(sessionId, {
    started: known?.started ?? null,
    outcome: ended,
  });
  return saw({ ...state, checkouts }, stripeEventId);
}

function withGrace(
  state: SubscriptionState,
  { subscriptionId, graceUntil }: { readonly subscriptionId: string; readonly graceUntil: string },
  outcome: 'paid' | 'lapsed' | null,
): SubscriptionState {
  const key = `${subscriptionId} ${graceUntil}`;
  const grace = { subscriptionId, graceUntil, outcome: outcome ?? state.graces.get(key)?.outcome ?? null };
  return { ...state, graces: new Map(state.graces).set(key, grace) };
}

function earlierOf(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}
