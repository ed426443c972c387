import Stripe from 'stripe';
import type { Double } from '../double.js';
import { newId } from '../objects/ids.js';
import type { Kept } from '../objects/kinds.js';

type EventType = Stripe.Event['type'];

/** Writes the event with a full snapshot into the books and into the outbox, in the running transaction. */
export function emit(
  double: Double,
  type: EventType,
  object: Kept,
  previous?: Record<string, unknown>,
): void {
  const event = {
    id: newId('evt'),
    object: 'event',
    api_version: Stripe.API_VERSION,
    created: double.clock.now,
    data: { object, ...(previous && { previous_attributes: previous }) },
    livemode: false,
    pending_webhooks: 1,
    request: { id: double.asked.id, idempotency_key: double.asked.key },
    type,
  } as unknown as Stripe.Event;
  double.store.put(event);
  double.outbox.add(event.id);
}

/** Keeps the changed subscription and tells what it was before, unless nothing changed. */
export function update(
  double: Double,
  before: Stripe.Subscription,
  patch: Partial<Stripe.Subscription>,
): Stripe.Subscription {
  const after = { ...before, ...patch };
  const previous = difference(plain(before), plain(after));
  if (Object.keys(previous).length === 0) return before;
  double.store.put(after);
  emit(double, 'customer.subscription.updated', after, previous);
  return after;
}

/** Changes without a word: what Stripe tells by another event, or not at all. */
export function amend<T extends Kept>(double: Double, before: T, patch: Partial<T>): T {
  return double.store.put<T>({ ...before, ...patch });
}

type Plain = Record<string, unknown>;
const plain = (value: unknown): Plain => JSON.parse(JSON.stringify(value)) as Plain;
const isBranch = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !('data' in value);

/** Values as they were, of what differs; of objects only the parts that differ, of lists the whole. */
export function difference(before: Plain, after: Plain): Plain {
  const previous: Plain = {};
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [was, is] = [before[name], after[name]];
    if (JSON.stringify(was) === JSON.stringify(is)) continue;
    previous[name] = isBranch(was) && isBranch(is) ? difference(was, is) : (was ?? null);
  }
  return previous;
}
