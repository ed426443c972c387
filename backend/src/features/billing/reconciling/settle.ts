import type Stripe from 'stripe';
import type { EventLog } from '../../../../event-log/event-log.js';
import { decideGrace } from '../subscription/subscription.decider.js';
import { duplicates } from '../subscription/entitlement.js';
import { decideOnSubscription } from '../subscription/subscription.stream.js';
import type { SubscriptionState } from '../subscription/subscription-state.js';
import { endDuplicate } from './end-duplicate.js';

export interface SettlingParts {
  readonly eventLog: EventLog;
  readonly api: Stripe;
  readonly clock: () => number;
}

/**
 * What follows from a workspace's standing right now: days of grace begin and end, and who pays twice gets the second one back. Done after
 * each word of Stripe, and whenever time alone changes the standing; doing it again changes nothing.
 */
export async function settle(workspaceId: string, { eventLog, api, clock }: SettlingParts): Promise<void> {
  const now = new Date(clock()).toISOString();
  let seen: SubscriptionState | undefined;
  await decideOnSubscription(eventLog, workspaceId, (state) => {
    seen = state;
    return decideGrace(state, workspaceId, now);
  });
  for (const subscriptionId of seen ? duplicates(seen, now) : []) await endDuplicate(subscriptionId, api);
}
