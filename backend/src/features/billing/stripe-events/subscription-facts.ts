import type { KeptSubscription } from '../../../../contracts/events/subscription/kept-object.js';
import type { Terms } from '../../../../contracts/events/subscription/terms.js';
import type { SubscriptionFact } from '../subscription/subscription-events.js';
import type { KeptStripeEvent } from './kept-fields.js';
import { termsBefore, termsOf } from './terms-of.js';

const isScheduled = ({ cancelAt, cancelAtPeriodEnd }: Terms): boolean =>
  cancelAtPeriodEnd || cancelAt !== null;
const ONCE_PAID = new Set(['past_due', 'unpaid', 'paused', 'active']);

type TermsFactName =
  | 'TrialStarted'
  | 'Started'
  | 'PlanChanged'
  | 'Renewed'
  | 'CancellationScheduled'
  | 'CancellationWithdrawn'
  | 'Ended';

/**
 * What an event about a subscription is called: by what it says, not by its type alone. One may be several things at once (the customer
 * portal changes the plan and withdraws a cancellation in one go); each fact then says all terms. Undefined where it lacks what it needs.
 */
export function subscriptionFacts(
  event: KeptStripeEvent,
  subscription: KeptSubscription,
  workspaceId: string,
): readonly SubscriptionFact[] | undefined {
  const terms = termsOf(subscription);
  if (!terms) return undefined;
  const { at, stripeEventId, stripeType } = event;
  const before = termsBefore(subscription, event.previous);
  const { subscriptionId } = terms;
  const data = { workspaceId, at, stripeEventId, stripeType, subscriptionId, terms, termsBefore: before };
  const names = namesOf(stripeType, terms, before);
  const facts: SubscriptionFact[] = [];
  if (names.has('TrialStarted')) facts.push({ type: 'subscription.TrialStarted.v1', data });
  if (names.has('Started')) facts.push({ type: 'subscription.Started.v1', data });
  // To a price that we do not know nobody changed their plan: it stays what it was.
  if (terms.plan === null) facts.push({ type: 'subscription.UnknownPriceSeen.v1', data });
  else if (names.has('PlanChanged') && before?.priceId)
    facts.push({ type: 'subscription.PlanChanged.v1', data: { ...data, fromPriceId: before.priceId } });
  if (names.has('Renewed')) facts.push({ type: 'subscription.Renewed.v1', data });
  if (names.has('CancellationScheduled')) facts.push({ type: 'subscription.CancellationScheduled.v1', data });
  if (names.has('CancellationWithdrawn')) facts.push({ type: 'subscription.CancellationWithdrawn.v1', data });
  if (names.has('Ended')) facts.push({ type: 'subscription.Ended.v1', data });
  if (facts.length === 0) facts.push({ type: 'subscription.TermsSeen.v1', data });
  return facts;
}

function namesOf(stripeType: string, terms: Terms, before: Terms | null): ReadonlySet<TermsFactName> {
  const names = new Set<TermsFactName>();
  if (stripeType === 'customer.subscription.deleted') return names.add('Ended');
  if (stripeType === 'customer.subscription.created') {
    if (terms.status === 'trialing') names.add('TrialStarted');
    if (terms.status === 'active') names.add('Started');
    return names;
  }
  if (!before) return names;
  const isNewIn = (status: string) => terms.status === status && before.status !== status;
  if (isNewIn('trialing')) names.add('TrialStarted');
  if (isNewIn('active') && !ONCE_PAID.has(before.status)) names.add('Started');
  if (before.priceId !== null && before.priceId !== terms.priceId) names.add('PlanChanged');
  // A new interval begins a new period too, and so does the end of a trial: that is no renewal.
  else if (!names.has('Started') && isLater(terms.periodEnd, before.periodEnd)) names.add('Renewed');
  if (isScheduled(terms) && !isScheduled(before)) names.add('CancellationScheduled');
  if (!isScheduled(terms) && isScheduled(before)) names.add('CancellationWithdrawn');
  return names;
}

const isLater = (moment: string | null, than: string | null): boolean =>
  moment !== null && than !== null && moment > than;
