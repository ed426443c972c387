import type { Terms } from '../../../../contracts/events/subscription/terms.js';
import { entitlement } from './entitlement.js';
import { lastOf } from './newest-words.js';
import type { SubscriptionState } from './subscription-state.js';

const BILLED: ReadonlySet<string> = new Set(['trialing', 'active', 'past_due', 'unpaid', 'paused']);

/** The subscription that can be changed or cancelled; undefined where nothing is billed. */
export function billedSubscription(state: SubscriptionState, now: string): Terms | undefined {
  const { subscriptionId } = entitlement(state, now);
  const terms =
    subscriptionId === null ? undefined : lastOf(state.subscriptions.get(subscriptionId)?.newest ?? []);
  return terms && BILLED.has(terms.status) ? terms : undefined;
}
