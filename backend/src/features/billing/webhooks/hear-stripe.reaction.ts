import type { EventLog } from '../../../../event-log/event-log.js';
import type { Reaction } from '../../../../following/reaction.js';
import { decideFacts } from '../subscription/subscription.decider.js';
import { decideOnSubscription } from '../subscription/subscription.stream.js';
import { translate } from '../stripe-events/translate.js';
import { settle, type SettlingParts } from '../reconciling/settle.js';
import { whoseEvent, type WhoseParts } from './whose-event.js';

export interface HearingParts extends WhoseParts, SettlingParts {
  readonly eventLog: EventLog;
}

/**
 * What Stripe told becomes facts of a workspace, once: in whatever order it came, and however often. What cannot be told apart or is
 * nobody's stays in the log as it came and is written down for operators; nothing waits for it.
 */
export const hearStripe = (parts: HearingParts): Reaction => ({
  name: 'hear-stripe',
  eventTypes: ['subscription.StripeEventStored.v1'],
  async react({ type, data }) {
    if (type !== 'subscription.StripeEventStored.v1') return;
    const { stripeEventId, stripeType } = data;
    const tell = (why: string) => parts.log.write('warn', why, { stripeEventId, stripeType });
    // What does not say anything for us is never asked about at Stripe: the customers of others are not found there.
    const { kind } = translate(data, NOBODY);
    if (kind === 'unknown') tell('an event of Stripe is of a type that nobody decided about');
    if (kind === 'unfit') tell('an event of Stripe lacks what its type always has');
    if (kind !== 'facts') return;
    const workspaceId = await whoseEvent(data, parts);
    if (workspaceId === undefined) return tell('an event of Stripe is of no workspace of ours');
    const translation = translate(data, workspaceId);
    if (translation.kind !== 'facts') return;
    await decideOnSubscription(parts.eventLog, workspaceId, (state) =>
      decideFacts(state, stripeEventId, translation.facts),
    );
    await settle(workspaceId, parts);
  },
});

const NOBODY = '00000000-0000-0000-0000-000000000000';
