import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import type { SignedInPerson } from '../../platform/testing/test-product.js';
import { until } from '../../platform/testing/until.js';
import { reconcileAll } from './reconciling/keep-reconciled.js';
import { keptStripeEvent } from './stripe-events/kept-fields.js';
import { translate } from './stripe-events/translate.js';
import { billingNow } from './subscription/billing-now.js';
import { entitlement } from './subscription/entitlement.js';
import { evolve } from './subscription/evolve.js';
import { lastOf } from './subscription/newest-words.js';
import { decideFacts } from './subscription/subscription.decider.js';
import { toldOfSubscription } from './subscription/subscription.stream.js';
import { noSubscription, type SubscriptionState } from './subscription/subscription-state.js';
import { atStripe } from './testing/at-stripe.js';
import { billingParts, type BillingParts } from './testing/billing-parts.js';
import { openShop, type Shop } from './testing/shop.js';
import { DAY } from './testing/stripe-life.js';

let shop: Shop;
let parts: BillingParts;
beforeAll(async () => {
  shop = await openShop();
  parts = billingParts(shop.product);
}, 60_000);
afterAll(async () => {
  await shop?.close();
}, 30_000);

/** A trial, a month, a larger plan, an end that is withdrawn, a payment that fails and comes, and an end that stands. */
async function live(person: SignedInPerson): Promise<string> {
  const { api } = parts;
  const { double } = shop;
  const { body } = await shop.checkout(person, 'starter');
  await shop.press(body['url'], 'succeed');
  const { customers, subscriptions } = await atStripe(api, person);
  const [customer, subscription] = [customers[0]?.id ?? '', subscriptions[0]];
  const id = subscription?.id ?? '';
  double.advance({ seconds: 15 * DAY });
  const price = await api.prices.list({ lookup_keys: ['digitallz_pro_month_eur'], limit: 1 });
  const item = subscription?.items.data[0]?.id ?? '';
  const items = [{ id: item, price: price.data[0]?.id ?? '' }];
  await api.subscriptions.update(id, { items, proration_behavior: 'always_invoice' });
  double.advance({ seconds: DAY });
  await api.subscriptions.update(id, { cancel_at_period_end: true });
  await api.subscriptions.update(id, { cancel_at_period_end: false });
  double.setCardFate(customer, 'declines');
  double.advance({ seconds: 30 * DAY });
  double.setCardFate(customer, 'ok');
  double.advance({ seconds: 4 * DAY });
  await api.subscriptions.update(id, { cancel_at_period_end: true });
  return customer;
}

/** What Stripe's events come to in the order in which they happened. */
function inOrder(events: readonly Stripe.Event[], customer: string, workspaceId: string): SubscriptionState {
  return events.reduce((state, raw) => {
    const kept = keptStripeEvent(raw);
    if (kept?.customerId !== customer) return state;
    const translation = translate(kept, workspaceId);
    const facts = translation.kind === 'facts' ? translation.facts : [];
    return decideFacts(state, raw.id, facts).reduce((now, fact) => evolve(now, fact), state);
  }, noSubscription);
}

/** What of a state customers, quotas and invoices show. */
const shown = (state: SubscriptionState) => ({
  may: entitlement(state, billingNow(state, '')),
  terms: [...state.subscriptions.values()].map(({ newest }) => lastOf(newest)),
  invoices: [...state.invoices.values()]
    .map(({ said, failedAt }) => [
      said.invoice.invoiceId,
      said.invoice.status,
      said.invoice.paidMinor,
      failedAt,
    ])
    .sort(),
  seen: [...state.seen].sort(),
});

describe('what Stripe tells', () => {
  it.each([
    ['in order', 'as-is', 1, 0],
    ['shuffled and twice', 'shuffled', 2, 0],
    ['backwards', 'reversed', 1, 0],
    ['shuffled, twice, and ten days late', 'shuffled', 2, 10 * DAY],
  ] as const)('%s comes to the same', async (name, order, times, lateS) => {
    const { double, product } = shop;
    const person = await shop.customer(`Person ${name}`);
    double.outbox.setMode('hold');
    const customer = await live(person);
    const { data: events } = await parts.api.events.list({ limit: 100 });
    const expected = inOrder(events.toReversed(), customer, person.workspaceId);
    expect(expected.seen.size).toBeGreaterThan(8);
    double.advance({ seconds: lateS });
    expect(await shop.subscription(person)).toMatchObject({ plan: 'free' });
    double.outbox.release(order, times);
    const found = await until('all to be heard', async () => {
      const state = await toldOfSubscription(product.eventLog, person.workspaceId);
      return state.seen.size >= expected.seen.size && state;
    });
    expect(shown(found)).toEqual(shown(expected));
    await shop.becomes(
      person,
      'what is shown',
      ({ plan, cancelAt }) => plan === 'pro' && cancelAt === shown(expected).may.cancelAt,
    );
    // And Stripe itself says so.
    expect([...(await reconcileAll(parts))]).toEqual([]);
    double.outbox.setMode('deliver');
  });
});
