import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SignedInPerson } from '../../platform/testing/test-product.js';
import { until } from '../../platform/testing/until.js';
import { reconcileAll, settleDue } from './reconciling/keep-reconciled.js';
import { atStripe } from './testing/at-stripe.js';
import { billingParts, type BillingParts } from './testing/billing-parts.js';
import { openShop, type Shop } from './testing/shop.js';
import { DAY } from './testing/stripe-life.js';

let shop: Shop;
let parts: BillingParts;
beforeAll(async () => {
  shop = await openShop();
  parts = billingParts(shop.product);
  await leaveReconcilingToUs();
}, 60_000);
afterAll(async () => {
  await shop?.close();
}, 30_000);

/** The reactor of the product does it once an hour, whoever comes first: here it is always said to be done. */
async function leaveReconcilingToUs(): Promise<void> {
  for (const ahead of [0, 3_600_000]) {
    const hour = new Date(Date.now() + ahead).toISOString().slice(0, 'yyyy-mm-ddThh'.length);
    await shop.product.queueConnection.set(`billing:reconciled:${hour}`, '1');
  }
}

const eventsOf = async (person: SignedInPerson) =>
  (await shop.ask(person, 'GET', '/billing/events?limit=200')).body.items ?? [];
const countOf = async (person: SignedInPerson, type: string) =>
  (await eventsOf(person)).filter((event) => event['type'] === `subscription.${type}.v1`).length;
const idsOf = async (person: SignedInPerson) => {
  const { customers, subscriptions } = await atStripe(parts.api, person);
  const [subscription] = subscriptions;
  return {
    customer: customers[0]?.id ?? '',
    subscription: subscription?.id ?? '',
    item: subscription?.items.data[0]?.id ?? '',
  };
};
const priceOf = async (plan: string) =>
  (await parts.api.prices.list({ lookup_keys: [`digitallz_${plan}_month_eur`], limit: 1 })).data[0]?.id ?? '';
const changeAtStripe = async (person: SignedInPerson, plan: string) => {
  const { subscription, item } = await idsOf(person);
  await parts.api.subscriptions.update(subscription, { items: [{ id: item, price: await priceOf(plan) }] });
};
const healedOf = async (person: SignedInPerson) => (await reconcileAll(parts)).get(person.workspaceId) ?? [];

/** A checkout that is gone through; the product hears of what it does itself, and no more. */
async function buyUnheard(name: string): Promise<SignedInPerson> {
  const person = await shop.customer(name);
  const { body } = await shop.checkout(person, 'starter');
  await shop.press(body['url'], 'succeed');
  await until('the customer to be known', async () => (await countOf(person, 'CustomerLinked')) > 0);
  return person;
}

async function rebuildAll(): Promise<void> {
  const { product } = shop;
  const standing = async () => {
    const { items = [] } = (await product.get('/api/v1/projections')).body;
    return items as { name: string; build?: number; rebuild?: unknown }[];
  };
  const before = (await standing()).filter(({ build }) => build !== undefined);
  expect(before.length).toBeGreaterThan(5);
  for (const { name } of before) await product.post(`/api/v1/projections/${name}/rebuild`, {});
  const isNewer = (now: Awaited<ReturnType<typeof standing>>) =>
    before.every((old) =>
      now.some(({ name, build = 0, rebuild }) => name === old.name && !rebuild && build > (old.build ?? 0)),
    );
  await until('all read models to be new', async () => isNewer(await standing()), 60_000);
}

describe('a life of which nothing was heard', () => {
  it('is healed step by step, with an event for each; again there is nothing to heal', async () => {
    const { double } = shop;
    double.outbox.setMode('drop');
    const person = await buyUnheard('Unheard Person');
    expect(await shop.subscription(person)).toMatchObject({ plan: 'free', reason: 'no-subscription' });

    expect(await healedOf(person)).not.toEqual([]);
    await shop.becomes(
      person,
      'the trial',
      ({ status, plan }) => status === 'trialing' && plan === 'starter',
    );
    expect(await countOf(person, 'Reconciled')).toBe(1);
    expect([...(await reconcileAll(parts))]).toEqual([]);

    double.advance({ seconds: 15 * DAY });
    await changeAtStripe(person, 'agency');
    const healed = await healedOf(person);
    expect(healed.map((what) => what.split(' ').slice(1).join(' '))).toEqual(
      expect.arrayContaining(['plan', 'status', 'priceId']),
    );
    await shop.becomes(
      person,
      'the larger plan',
      ({ status, plan }) => status === 'active' && plan === 'agency',
    );

    const { customer, subscription } = await idsOf(person);
    double.setCardFate(customer, 'declines');
    double.advance({ seconds: 31 * DAY });
    await healedOf(person);
    await shop.becomes(person, 'days of grace', ({ inGrace, plan }) => inGrace && plan === 'agency');

    await parts.api.subscriptions.cancel(subscription);
    await healedOf(person);
    await shop.becomes(person, 'the end', ({ plan, reason }) => plan === 'free' && reason === 'ended');
    expect([...(await reconcileAll(parts))]).toEqual([]);
    expect(await countOf(person, 'Reconciled')).toBe(4);
    double.outbox.setMode('deliver');
  });

  it('is healed once by two who reconcile at the same moment', async () => {
    shop.double.outbox.setMode('drop');
    const person = await buyUnheard('Twice Healed Person');
    await Promise.all([reconcileAll(parts), reconcileAll(parts)]);
    await shop.becomes(person, 'the plan', ({ plan }) => plan === 'starter');
    expect(await countOf(person, 'Reconciled')).toBe(1);
    shop.double.outbox.setMode('deliver');
  });

  it('agrees in the end, whatever somebody changes at Stripe meanwhile, heard or not', async () => {
    const { double } = shop;
    const person = await shop.customer('Restless Person');
    await shop.subscribe(person, 'starter');
    for (const [plan, mode] of [
      ['agency', 'drop'],
      ['pro', 'deliver'],
      ['starter', 'drop'],
      ['agency', 'hold'],
    ] as const) {
      double.outbox.setMode(mode);
      await Promise.all([reconcileAll(parts), changeAtStripe(person, plan), reconcileAll(parts)]);
    }
    await reconcileAll(parts);
    await shop.becomes(person, 'the last change', ({ plan }) => plan === 'agency');
    // What is told late does not undo it.
    double.outbox.setMode('deliver');
    double.outbox.release('reversed', 2);
    await until('all to be told', () => double.outbox.counts().pending === 0);
    expect([...(await reconcileAll(parts))]).toEqual([]);
    expect(await shop.subscription(person)).toMatchObject({ plan: 'agency' });
  });
});

describe('days of grace', () => {
  it('end when their time is over, also after everything was restarted and every read model rebuilt', async () => {
    const { product, double } = shop;
    const person = await shop.customer('Late Person');
    await shop.subscribe(person, 'starter');
    double.setCardFate((await idsOf(person)).customer, 'declines');
    double.advance({ seconds: 15 * DAY });
    const { graceUntil } = await shop.becomes(person, 'days of grace', ({ inGrace }) => inGrace);
    const endsInMs = Date.parse(graceUntil ?? '') - Date.now();

    await settleDue(billingParts(product, endsInMs - 60_000));
    expect(await countOf(person, 'GraceEnded')).toBe(0);

    await product.stopFollowing();
    await product.startFollowing();
    await rebuildAll();
    expect(await shop.subscription(person)).toMatchObject({ inGrace: true, graceUntil });

    const after = billingParts(product, endsInMs + 1_000);
    await settleDue(after);
    await until('the end of grace', async () => (await countOf(person, 'GraceEnded')) > 0);
    await settleDue(after);
    await settleDue(after);
    const ended = (await eventsOf(person)).filter(({ type }) => type === 'subscription.GraceEnded.v1');
    expect(ended).toMatchObject([{ data: { outcome: 'lapsed', graceUntil } }]);
    expect(after.said).toEqual([]);
  }, 90_000);
});
