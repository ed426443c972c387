import { v5 as uuidV5 } from 'uuid';
import type { DataOf, EventType } from '../../../../contracts/events/catalogue.js';
import type { AnyNewEvent } from '../../../../event-log/event-log.js';

export type SubscriptionEventType = Extract<EventType, `subscription.${string}`>;
/** On the stream of a workspace; what comes from Stripe as it is has a stream of its own. */
export type FactType = Exclude<SubscriptionEventType, 'subscription.StripeEventStored.v1'>;

/** An event before it has an id and metadata. */
export type SubscriptionFact = { [T in FactType]: { readonly type: T; readonly data: DataOf<T> } }[FactType];

const NAMESPACE = '5a0e7c1d-8b34-4f6a-9d52-3c7e1b90a6f4';
const PRODUCER = 'billing/1';

export const subscriptionStream = (workspaceId: string): string => `subscription-${workspaceId}`;
export const stripeEventStream = (stripeEventId: string): string => `stripeEvent-${stripeEventId}`;

/** Where an event comes from: a person's request, an event of Stripe, or billing itself. */
export interface Cause {
  readonly id: string;
  readonly actor: string;
}
export const byStripe = (stripeEventId: string): Cause => ({ id: stripeEventId, actor: 'stripe' });

/**
 * Its id follows from its cause, so a repeated append is the same event.
 * @param which tells events of the same kind and cause apart
 */
export function factEvent({ type, data }: SubscriptionFact, cause: Cause, which = ''): AnyNewEvent {
  const { workspaceId } = data;
  const id = uuidV5(`${cause.id}|${type}|${workspaceId}|${which}`, NAMESPACE);
  const metadata = { ...metadataOf(cause, data.at), workspace: workspaceId };
  return { id, type, data, metadata } as AnyNewEvent;
}

/** An event of Stripe as it came: its id follows from Stripe's. */
export function storedEvent(data: DataOf<'subscription.StripeEventStored.v1'>): AnyNewEvent {
  const { stripeEventId, at } = data;
  const metadata = metadataOf(byStripe(stripeEventId), at);
  const id = uuidV5(`${stripeEventId}|stored`, NAMESPACE);
  return { id, type: 'subscription.StripeEventStored.v1', data, metadata };
}

const metadataOf = (cause: Cause, at: string) => ({
  correlationId: cause.id,
  causationId: cause.id,
  occurredAt: at,
  actor: cause.actor,
  producer: PRODUCER,
});
