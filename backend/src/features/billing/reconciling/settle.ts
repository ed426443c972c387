import type Stripe from 'stripe';
import type { EventLog } from '../../../../event-log/event-log.js';
import type { Log } from '../../../platform/observability/log.js';
import { billingNow } from '../subscription/billing-now.js';
import { duplicates } from '../subscription/entitlement.js';
import { isUndecided } from '../subscription/newest-words.js';
import { decideGrace } from '../subscription/subscription.decider.js';
import { decideOnSubscription, toldOfSubscription } from '../subscription/subscription.stream.js';
import { customerOf } from '../subscription/subscription-state.js';
import { endDuplicate } from './end-duplicate.js';
import { compareWithStripe } from './compare-with-stripe.js';

export interface SettlingParts {
  readonly eventLog: EventLog;
  readonly api: Stripe;
  readonly clock: () => number;
  readonly log: Log;
}

/**
 * What follows from a workspace's standing right now: which of two words was the last is asked of Stripe, days of grace begin and end, and
 * who pays twice gets the second one back. Done after each word of Stripe, and whenever time alone changes the standing; doing it again
 * changes nothing.
 */
export async function settle(workspaceId: string, parts: SettlingParts): Promise<void> {
  await orLater(workspaceId, parts, () => decideOrder(workspaceId, parts));
  const { eventLog, clock } = parts;
  const now = new Date(clock()).toISOString();
  await decideOnSubscription(eventLog, workspaceId, (state) =>
    decideGrace(state, workspaceId, billingNow(state, now)),
  );
  const state = await toldOfSubscription(eventLog, workspaceId);
  for (const subscriptionId of duplicates(state, billingNow(state, now)))
    await orLater(workspaceId, parts, () => endDuplicate(subscriptionId, parts.api));
}

/** A change and its undoing within one second of Stripe's clock cannot be told apart by their words alone. */
async function decideOrder(workspaceId: string, parts: SettlingParts): Promise<void> {
  const state = await toldOfSubscription(parts.eventLog, workspaceId);
  const customerId = customerOf(state);
  if (customerId === undefined) return;
  if ([...state.subscriptions.values()].some(({ newest }) => isUndecided(newest)))
    await compareWithStripe(workspaceId, customerId, parts);
}

/** What Stripe tells of others must not wait for an answer of Stripe: it is tried again with the next word, and once an hour. */
async function orLater(
  workspaceId: string,
  { log }: SettlingParts,
  work: () => Promise<unknown>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.write('warn', 'a subscription could not be settled with Stripe yet', { workspaceId, error });
  }
}
