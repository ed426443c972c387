import { GRACE_DAYS, type PaidPlan } from '../../../../contracts/values/plans.js';
import type { Terms } from '../../../../contracts/events/subscription/terms.js';
import { lastOf } from './newest-words.js';
import type { InvoiceState, Subscription, SubscriptionState } from './subscription-state.js';

/** Why a plan is in force, or is not. */
export type Reason =
  | 'no-subscription'
  | 'trialing'
  | 'paid'
  /** A payment failed; the plan stays for some days more. */
  | 'in-grace'
  | 'grace-over'
  /** The first payment, or the bank's confirmation of it, has not come. */
  | 'awaiting-first-payment'
  | 'first-payment-missed'
  /** A trial ended without a way to pay. */
  | 'paused'
  | 'ended'
  /** We never knew any of its prices. */
  | 'unknown-price'
  /** Stripe uses a word for it that we do not know. */
  | 'unknown-status';

/** What one subscription gives at a moment. */
export interface Standing {
  readonly terms: Terms;
  /** Null where it gives nothing. */
  readonly plan: PaidPlan | null;
  readonly reason: Reason;
  /** Until when it gives this, as far as is known. */
  readonly until: string | null;
  readonly graceUntil: string | null;
  readonly inGrace: boolean;
  readonly cancelAt: string | null;
  /** Moments at which it may give something else without another word of Stripe. */
  readonly turns: readonly string[];
}

const DAY_MS = 86_400_000;
const NOTHING = {
  plan: null,
  until: null,
  graceUntil: null,
  inGrace: false,
  cancelAt: null,
  turns: [],
} as const;
const GIVES_NOTHING: ReadonlyMap<string, Reason> = new Map([
  ['incomplete', 'awaiting-first-payment'],
  ['incomplete_expired', 'first-payment-missed'],
  ['paused', 'paused'],
]);

/**
 * @param now ISO 8601 in UTC with milliseconds, as all moments in events: they compare as texts
 * @returns undefined where Stripe told nothing but invoices of it
 */
export function standingOf(
  state: SubscriptionState,
  subscription: Subscription,
  now: string,
): Standing | undefined {
  const terms = lastOf(subscription.newest);
  if (!terms) return undefined;
  const nothing = (reason: Reason): Standing => ({ ...NOTHING, terms, reason });
  const { status } = terms;
  const why = GIVES_NOTHING.get(status);
  if (why !== undefined) return nothing(why);
  const plan = terms.plan ?? lastOf(subscription.newestKnown)?.plan ?? null;
  if (status === 'canceled') return ended(terms, plan, now);
  if (plan === null) return nothing('unknown-price');
  const cancelAt = terms.cancelAt ?? (terms.cancelAtPeriodEnd ? terms.periodEnd : null);
  if (cancelAt !== null && cancelAt <= now) return { ...nothing('ended'), cancelAt, turns: [cancelAt] };
  const paid = { ...NOTHING, terms, plan, cancelAt, turns: cancelAt === null ? [] : [cancelAt] };
  if (status === 'trialing')
    return { ...paid, reason: 'trialing', until: cancelAt ?? terms.trialEnd ?? terms.periodEnd };
  if (status === 'active') return { ...paid, reason: 'paid', until: cancelAt ?? terms.periodEnd };
  if (status !== 'past_due' && status !== 'unpaid') return nothing('unknown-status');
  const failed = failedInvoices(state, terms.subscriptionId);
  if (isPaidSince(failed, subscription))
    return { ...paid, reason: 'paid', until: cancelAt ?? terms.periodEnd };
  const graceUntil = graceEnd(failed, terms);
  const turns = [...paid.turns, graceUntil];
  if (graceUntil <= now) return { ...nothing('grace-over'), graceUntil, cancelAt, turns };
  const until = cancelAt !== null && cancelAt < graceUntil ? cancelAt : graceUntil;
  return { ...paid, reason: 'in-grace', until, graceUntil, inGrace: true, turns };
}

/** What was cancelled for the end of its period was paid until then, even if Stripe says a little early that it is over. */
function ended(terms: Terms, plan: PaidPlan | null, now: string): Standing {
  const { endedAt, periodEnd, cancelAtPeriodEnd } = terms;
  const until = endedAt ?? (cancelAtPeriodEnd ? periodEnd : null);
  const over: Standing = { ...NOTHING, terms, reason: 'ended', cancelAt: until };
  if (plan === null || until === null || until <= now) return over;
  return { ...over, plan, reason: 'paid', until, turns: [until] };
}

const failedInvoices = ({ invoices }: SubscriptionState, subscriptionId: string): readonly InvoiceState[] =>
  [...invoices.values()].filter(
    ({ said, failedAt }) => said.subscriptionId === subscriptionId && failedAt !== null,
  );

const isOpen = ({ said }: InvoiceState): boolean => said.invoice.status === 'open';

/** All that had failed was paid after Stripe last called it past due: the word that it is active again is only late. */
function isPaidSince(failed: readonly InvoiceState[], { newest }: Subscription): boolean {
  const [word] = newest;
  const paid = failed.filter(({ said }) => said.invoice.status === 'paid');
  return !failed.some(isOpen) && word !== undefined && paid.some(({ said }) => said.at > word.at);
}

/** Counted from the first failed payment that is still open; where no word of it reached us, from the period that it was for. */
function graceEnd(failed: readonly InvoiceState[], terms: Terms): string {
  const moments = failed.filter(isOpen).flatMap(({ failedAt }) => failedAt ?? []);
  const since = moments.length > 0 ? Math.min(...moments.map((at) => Date.parse(at))) : undefined;
  const from = since ?? Date.parse(terms.periodStart ?? terms.startedAt);
  return new Date(from + GRACE_DAYS * DAY_MS).toISOString();
}
