import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer, SignedInPerson } from '../../platform/testing/test-product.js';
import { countsAtStripe, atStripe } from './testing/at-stripe.js';
import { billingParts, type BillingParts } from './testing/billing-parts.js';
import { openShop, type Shop } from './testing/shop.js';
import { DAY } from './testing/stripe-life.js';
import { startStripeProxy, type StripeProxy } from './testing/stripe-proxy.js';

let shop: Shop;
let proxy: StripeProxy;
let parts: BillingParts;
beforeAll(async () => {
  shop = await openShop({
    between: async (double) => {
      proxy = await startStripeProxy(double);
      return proxy.url;
    },
  });
  parts = billingParts(shop.product);
}, 60_000);
afterAll(async () => {
  await shop?.close();
  await proxy?.close();
}, 30_000);

const FOR_EVER = 1_000;

/** Whatever is asked of Stripe fails in this way meanwhile. */
async function whileStripe<T>(
  fault: Parameters<Shop['double']['faults']['expect']>[0],
  work: () => Promise<T>,
) {
  shop.double.faults.expect(fault, FOR_EVER);
  try {
    return await work();
  } finally {
    shop.double.faults.expect(fault, 0);
  }
}

function expectAway({ status, headers, body }: Answer): void {
  expect([status, headers.get('retry-after'), body['type']]).toEqual([
    503,
    '60',
    'urn:digitallz-keywords:problem:unavailable',
  ]);
  expect(body['detail']).toMatch(/does not answer.*(?:Nothing was charged|nothing is charged twice)/);
}

const change = (person: SignedInPerson) =>
  shop.ask(person, 'POST', '/billing/change', { plan: 'agency', interval: 'month' });
const cancel = (person: SignedInPerson) => shop.ask(person, 'POST', '/billing/cancel');
const portal = (person: SignedInPerson) => shop.ask(person, 'POST', '/billing/portal');

describe.each(['500', '429', 'applied-but-no-answer'] as const)('while Stripe answers %s', (fault) => {
  let person: SignedInPerson;
  beforeAll(async () => {
    person = await shop.customer(`Person Of ${fault}`);
  });

  it('a checkout is refused with a clear word; the next click makes one customer and one session', async () => {
    expectAway(await whileStripe(fault, () => shop.checkout(person, 'pro')));
    expectAway(await whileStripe(fault, () => shop.checkout(person, 'pro')));
    const { status, body } = await shop.checkout(person, 'pro');
    expect(status).toBe(201);
    expect(await countsAtStripe(parts.api, person)).toMatchObject({ customers: 1, sessions: 1 });
    await shop.press(body['url'], 'succeed');
    await shop.becomes(person, 'the plan', ({ plan }) => plan === 'pro');
    expect(await countsAtStripe(parts.api, person)).toMatchObject({ customers: 1, subscriptions: 1 });
  });

  it('a change of plan is refused with a clear word, and is charged once', async () => {
    shop.double.advance({ seconds: 15 * DAY });
    await shop.becomes(person, 'the end of the trial', ({ status }) => status === 'active');
    expectAway(await whileStripe(fault, () => change(person)));
    const again = await change(person);
    // Where it was done and the answer got lost, it may be told by now.
    expect([202, 409]).toContain(again.status);
    await shop.becomes(person, 'the larger plan', ({ plan }) => plan === 'agency');
    const { invoices, subscriptions } = await atStripe(parts.api, person);
    expect(subscriptions).toHaveLength(1);
    const ofChange = invoices.filter(({ billing_reason }) => billing_reason === 'subscription_update');
    expect(ofChange).toHaveLength(1);
  });

  it('the portal is refused with a clear word, and opens afterwards', async () => {
    expectAway(await whileStripe(fault, () => portal(person)));
    expect((await portal(person)).status).toBe(200);
  });

  it('a cancellation is refused with a clear word, and works afterwards', async () => {
    expectAway(await whileStripe(fault, () => cancel(person)));
    expect((await cancel(person)).status).toBe(202);
    await shop.becomes(person, 'its end', ({ cancelAt }) => cancelAt !== null);
  });
});

describe('while Stripe does not answer at all', () => {
  it('everything is refused with a clear word after half a minute, and works afterwards', async () => {
    const [buyer, owner] = [await shop.customer('Waiting Buyer'), await shop.customer('Waiting Owner')];
    await shop.subscribe(owner);
    const before = await countsAtStripe(parts.api, owner);
    const answers = await whileStripe('timeout', () =>
      Promise.all([shop.checkout(buyer), change(owner), cancel(owner), portal(owner)]),
    );
    for (const answer of answers) expectAway(answer);
    expect(await countsAtStripe(parts.api, buyer)).toMatchObject({ customers: 0 });
    expect(await countsAtStripe(parts.api, owner)).toEqual(before);
    expect((await shop.checkout(buyer)).status).toBe(201);
    expect((await change(owner)).status).toBe(202);
    expect((await portal(owner)).status).toBe(200);
  }, 90_000);
});

describe('two checkouts at once', () => {
  it.each(['500', 'applied-but-no-answer'] as const)(
    'are one session, also when the first answers are %s',
    async (fault) => {
      const person = await shop.customer(`Impatient Person ${fault}`);
      shop.double.faults.expect(fault, 2);
      const answers = await Promise.all([shop.checkout(person), shop.checkout(person)]);
      shop.double.faults.expect(fault, 0);
      expect(answers.map(({ status }) => status)).toEqual([201, 201]);
      expect(answers[0].body['sessionId']).toBe(answers[1].body['sessionId']);
      expect(await countsAtStripe(parts.api, person)).toMatchObject({ customers: 1, sessions: 1 });
    },
  );

  it('one after the other, the first paid and not yet told, sell nothing a second time', async () => {
    const person = await shop.customer('Person Ahead Of Stripe');
    shop.double.outbox.setMode('drop');
    const { body } = await shop.checkout(person);
    await shop.press(body['url'], 'succeed');
    expect(await shop.subscription(person)).toMatchObject({ plan: 'free' });
    expect((await shop.checkout(person)).status).toBe(409);
    shop.double.outbox.setMode('deliver');
    expect(await countsAtStripe(parts.api, person)).toMatchObject({ sessions: 1, subscriptions: 1 });
    await shop.becomes(person, 'what was paid', ({ plan }) => plan === 'pro');
  });
});

describe('every write at Stripe', () => {
  it('names itself by an idempotency key: the same for each try of it, another for every other', () => {
    const writes = proxy.passed.filter(({ method }) => method === 'POST');
    expect(writes.length).toBeGreaterThan(50);
    expect(writes.filter(({ idempotencyKey }) => idempotencyKey === undefined)).toEqual([]);
    const paths = new Map<string, Set<string>>();
    for (const { path, idempotencyKey = '' } of writes)
      paths.set(idempotencyKey, (paths.get(idempotencyKey) ?? new Set()).add(path));
    expect([...paths.values()].filter(({ size }) => size > 1)).toEqual([]);
    // Nothing is cancelled here but by its id, which does the same however often.
    expect(proxy.passed.filter(({ method }) => !['GET', 'POST', 'DELETE'].includes(method))).toEqual([]);
  });
});
