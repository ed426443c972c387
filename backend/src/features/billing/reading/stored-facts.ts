import type { Terms } from '../../../../contracts/events/subscription/terms.js';
import { evolve } from '../subscription/evolve.js';
import { lastOf } from '../subscription/newest-words.js';
import type { SubscriptionFact } from '../subscription/subscription-events.js';
import { noSubscription, type SubscriptionState } from '../subscription/subscription-state.js';

/** A fact as it lies in `subscription_fact`: checked when it was written to the log. */
export interface StoredFact {
  readonly type: string;
  readonly data: unknown;
}

/** The order does not matter. */
export const stateOf = (facts: readonly StoredFact[]): SubscriptionState =>
  facts.reduce((state, fact) => evolve(state, fact as SubscriptionFact), noSubscription);

/** The newest that Stripe said of one subscription. */
export const termsIn = (state: SubscriptionState, subscriptionId: string): Terms | undefined =>
  lastOf(state.subscriptions.get(subscriptionId)?.newest ?? []);
