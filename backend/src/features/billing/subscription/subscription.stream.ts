import type { AnyNewEvent, EventLog } from '../../../../event-log/event-log.js';
import { decideOn, told } from '../../../platform/event-log/decide-on.js';
import { evolve } from './evolve.js';
import { subscriptionStream } from './subscription-events.js';
import { noSubscription, type SubscriptionState } from './subscription-state.js';

/** What the log says that a workspace pays for. */
export async function toldOfSubscription(log: EventLog, workspaceId: string): Promise<SubscriptionState> {
  return (await told(log, subscriptionStream(workspaceId), noSubscription, evolve)).state;
}

/** Decides on what a workspace pays for, and answers with what it was before, and the position after. */
export const decideOnSubscription = (
  log: EventLog,
  workspaceId: string,
  decide: (state: SubscriptionState) => readonly AnyNewEvent[],
) => decideOn(log, subscriptionStream(workspaceId), noSubscription, evolve, ({ state }) => decide(state));
