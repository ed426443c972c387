import type { SubscriptionState } from './subscription-state.js';

/**
 * The moment by which a standing is judged: ours, or that of Stripe's newest word where it is later. So a clock of ours that is behind does
 * not keep a plan that Stripe has ended, and the clock of a double, which may be moved forward, is followed.
 * @param now ISO 8601 in UTC with milliseconds
 */
export function billingNow({ subscriptions, invoices }: SubscriptionState, now: string): string {
  const words = [
    ...[...subscriptions.values()].flatMap(({ newest }) => newest.map(({ at }) => at)),
    ...[...invoices.values()].map(({ said }) => said.at),
  ];
  return words.reduce((latest, at) => (at > latest ? at : latest), now);
}
