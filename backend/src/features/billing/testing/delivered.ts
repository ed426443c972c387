import { keptStripeEvent, type KeptStripeEvent } from '../stripe-events/kept-fields.js';
import { translate } from '../stripe-events/translate.js';
import { evolve } from '../subscription/evolve.js';
import { decideFacts } from '../subscription/subscription.decider.js';
import type { SubscriptionFact } from '../subscription/subscription-events.js';
import { noSubscription, type SubscriptionState } from '../subscription/subscription-state.js';
import { WORKSPACE, type RawEvent } from './stripe-life.js';

export function kept(raw: RawEvent): KeptStripeEvent {
  const event = keptStripeEvent(raw);
  if (!event) throw new Error(`${raw.type} is no event of Stripe`);
  return event;
}

/** Translating is pure, and the same events are delivered in thousands of orders. */
const known = new WeakMap<RawEvent, readonly SubscriptionFact[]>();

export function factsOf(raw: RawEvent): readonly SubscriptionFact[] {
  const before = known.get(raw);
  if (before) return before;
  const translation = translate(kept(raw), WORKSPACE);
  const facts = translation.kind === 'facts' ? translation.facts : [];
  known.set(raw, facts);
  return facts;
}

/** What is so after Stripe's events came in this order: kept, translated, decided and evolved as the product does it. */
export const delivered = (raws: readonly RawEvent[], before = noSubscription): SubscriptionState =>
  raws.reduce(
    (state, raw) =>
      decideFacts(state, raw.id, factsOf(raw)).reduce((now, event) => evolve(now, event), state),
    before,
  );

/** A state as text, alike for alike states. */
export const asText = (state: SubscriptionState): string =>
  JSON.stringify(state, (_key, value: unknown) => {
    if (value instanceof Map)
      return [...value].sort(([one], [other]) => (String(one) < String(other) ? -1 : 1));
    return value instanceof Set ? [...value].sort() : value;
  });
