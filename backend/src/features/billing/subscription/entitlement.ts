import { comparePlans, type Plan } from '../../../../contracts/values/plans.js';
import { standingOf, type Reason, type Standing } from './standing.js';
import type { SubscriptionState } from './subscription-state.js';

/** What a workspace may do at a moment, and why. */
export interface Entitlement {
  readonly plan: Plan;
  /** Stripe's word for the subscription that gives it; `none` without one. */
  readonly status: string;
  readonly reason: Reason;
  readonly subscriptionId: string | null;
  /** Until when it is so, as far as is known; a subscription that goes on is renewed then. Null on the free plan. */
  readonly until: string | null;
  readonly graceUntil: string | null;
  readonly inGrace: boolean;
  /** When the subscription ends, or ended. */
  readonly cancelAt: string | null;
  /** The next moment at which this answer changes by time alone; null where it does not. */
  readonly changesAt: string | null;
}

const NONE = {
  plan: 'free',
  status: 'none',
  reason: 'no-subscription',
  subscriptionId: null,
  until: null,
  graceUntil: null,
  inGrace: false,
  cancelAt: null,
} as const;

/** @param now ISO 8601 in UTC with milliseconds */
export function entitlement(state: SubscriptionState, now: string): Entitlement {
  const best = standings(state, now)[0];
  return { ...answerOf(best), changesAt: changesAt(state, now) };
}

/**
 * Subscriptions that are billed beside the one that counts: the customer went through two checkouts, and pays twice until these are
 * cancelled and refunded.
 */
export function duplicates(state: SubscriptionState, now: string): readonly string[] {
  const [best, ...others] = standings(state, now);
  if (!best || !isBilled(best)) return [];
  return others.filter(isBilled).map(({ terms }) => terms.subscriptionId);
}

const BILLED: ReadonlySet<string> = new Set(['trialing', 'active', 'past_due', 'unpaid']);
const isBilled = ({ terms }: Standing): boolean => BILLED.has(terms.status);

/** The one that counts first: the largest plan, then what is billed, then what is paid, then the oldest. */
function standings(state: SubscriptionState, now: string): readonly Standing[] {
  return [...state.subscriptions.values()]
    .flatMap((subscription) => standingOf(state, subscription, now) ?? [])
    .sort(
      (one, other) =>
        comparePlans(other.plan ?? 'free', one.plan ?? 'free') ||
        Number(isBilled(other)) - Number(isBilled(one)) ||
        Number(one.inGrace) - Number(other.inGrace) ||
        // Of those that give nothing the last one is of interest.
        (one.plan === null ? -1 : 1) * compareTexts(one.terms.startedAt, other.terms.startedAt) ||
        compareTexts(one.terms.subscriptionId, other.terms.subscriptionId),
    );
}

const compareTexts = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);

function answerOf(standing: Standing | undefined): Omit<Entitlement, 'changesAt'> {
  if (!standing) return NONE;
  const { plan, reason, until, graceUntil, inGrace, cancelAt, terms } = standing;
  const { subscriptionId, status } = terms;
  return { plan: plan ?? 'free', status, reason, subscriptionId, until, graceUntil, inGrace, cancelAt };
}

function changesAt(state: SubscriptionState, now: string): string | null {
  const answerAt = (moment: string) => JSON.stringify(answerOf(standings(state, moment)[0]));
  const today = answerAt(now);
  const turns = standings(state, now).flatMap((standing) => standing.turns);
  const coming = [...new Set(turns)].filter((turn) => turn > now).sort();
  return coming.find((turn) => answerAt(turn) !== today) ?? null;
}
