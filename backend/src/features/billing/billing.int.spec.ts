import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../../platform/testing/until.js';
import { openShop, type Shop } from './testing/shop.js';

const DAY_S = 86_400;

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
}, 60_000);
afterAll(async () => {
  await shop?.close();
}, 30_000);

const typesOf = async (person: Parameters<Shop['subscription']>[0]) => {
  const { body } = await shop.ask(person, 'GET', '/billing/events?limit=200');
  return (body.items ?? []).map(({ type }) => String(type).split('.')[1]).toReversed();
};

describe('a checkout', () => {
  it('becomes a plan, and the plan becomes quotas; before it, as it was', async () => {
    const person = await shop.customer('Paying Person');
    expect(await shop.subscription(person)).toMatchObject({
      plan: 'free',
      reason: 'no-subscription',
      mayTry: true,
      isSimulated: true,
    });
    const before = new Date().toISOString();
    const paid = await shop.subscribe(person, 'pro');
    expect(paid).toMatchObject({
      plan: 'pro',
      status: 'trialing',
      isBilled: true,
      mayTry: false,
      currency: 'EUR',
      amountMinor: 3_900,
    });
    expect(paid.meters).toContainEqual(expect.objectContaining({ name: 'trackedKeywords', limit: 2_500 }));
    expect(await shop.subscription(person, before)).toMatchObject({ plan: 'free', asOf: before });
    for (const list of ['invoices', 'events'])
      expect((await shop.ask(person, 'GET', `/billing/${list}?asOf=${before}`)).body.items).toEqual([]);
    await until('the end of the checkout', async () => (await typesOf(person)).includes('CheckoutEnded'));
    expect((await typesOf(person)).slice(0, 3)).toEqual([
      'CustomerLinked',
      'CheckoutStarted',
      'TrialStarted',
    ]);
  });

  it('that is declined or left charges nothing and changes no plan', async () => {
    const person = await shop.customer('Doubting Person');
    const { body } = await shop.checkout(person);
    await shop.press(body['url'], 'decline');
    expect(await shop.press(body['url'], 'abandon')).toContain('/billing?checkout=left');
    expect(await shop.subscription(person)).toMatchObject({ plan: 'free', isBilled: false });
    const again = await shop.checkout(person);
    expect(again.body['sessionId']).toBe(body['sessionId']);
  });

  it('that the bank wants confirmed becomes a plan once it is', async () => {
    const person = await shop.customer('Confirming Person');
    const { body } = await shop.checkout(person, 'starter');
    await shop.press(body['url'], '3ds');
    await shop.press(body['url'], '3ds-confirm');
    await shop.becomes(person, 'the plan', ({ plan }) => plan === 'starter');
  });

  it('twice at once for one plan is one session', async () => {
    const person = await shop.customer('Clicking Person');
    const answers = await Promise.all(Array.from({ length: 5 }, () => shop.checkout(person)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body['sessionId'])).size).toBe(1);
  });

  it('of two plans at once that are both paid leaves the larger; the other is ended and what was paid goes back', async () => {
    const person = await shop.customer('Hasty Person');
    const [small, large] = await Promise.all([
      shop.checkout(person, 'starter'),
      shop.checkout(person, 'agency'),
    ]);
    await shop.press(small.body['url'], 'succeed');
    await shop.press(large.body['url'], 'succeed');
    await shop.becomes(person, 'the larger plan', ({ plan }) => plan === 'agency');
    await until('the smaller to be ended', async () => (await typesOf(person)).includes('Ended'));
    expect(await shop.subscription(person)).toMatchObject({ plan: 'agency', isBilled: true });
  });

  it('is for those whose address is proved, with a subscription that is not there yet', async () => {
    const stranger = await shop.product.signUp('Unproved Person');
    expect((await shop.checkout(stranger)).status).toBe(403);
    const person = await shop.customer('Second Person');
    await shop.subscribe(person);
    expect((await shop.checkout(person)).body).toMatchObject({
      status: 409,
      detail: expect.stringContaining('Change its plan'),
    });
  });
});

describe('a change of plan', () => {
  it('is previewed and charged, and told by Stripe', async () => {
    const person = await shop.customer('Growing Person');
    await shop.subscribe(person, 'starter');
    const preview = await shop.ask(person, 'POST', '/billing/change-preview', {
      plan: 'pro',
      interval: 'month',
    });
    expect(preview).toMatchObject({ status: 200, body: { currency: 'EUR', tooMuch: [] } });
    expect(
      (await shop.ask(person, 'POST', '/billing/change', { plan: 'pro', interval: 'month' })).status,
    ).toBe(202);
    await shop.becomes(person, 'the larger plan', ({ plan }) => plan === 'pro');
    expect(await typesOf(person)).toContain('PlanChanged');
  });

  it('below what is in use tells what to remove and removes nothing', async () => {
    const person = await shop.customer('Full Person');
    await shop.subscribe(person, 'pro');
    const track = (nth: number) =>
      shop.ask(person, 'POST', '/tracked-keywords', {
        keyword: `kept ${nth}`,
        marketplace: 'etsy',
        country: 'US',
      });
    await until('the quota to be raised', async () => {
      const answers = await Promise.all(Array.from({ length: 255 }, (_, nth) => track(nth)));
      return answers.every(({ status }) => status === 201);
    });
    await until('all are counted', async () =>
      (await shop.subscription(person)).meters.some(
        ({ name, used }) => name === 'trackedKeywords' && used === 255,
      ),
    );
    const refused = await shop.ask(person, 'POST', '/billing/change', { plan: 'starter', interval: 'month' });
    expect(refused.status).toBe(409);
    expect(refused.body.errors).toEqual([
      { path: 'trackedKeywords', message: '255 in use, 250 in the plan: remove 5' },
    ]);
    expect(await shop.subscription(person)).toMatchObject({ plan: 'pro' });
  }, 60_000);
});

describe('a subscription', () => {
  it('that is cancelled goes on until its end, and goes on for good when that is withdrawn', async () => {
    const person = await shop.customer('Leaving Person');
    await shop.subscribe(person);
    expect((await shop.ask(person, 'POST', '/billing/cancel')).status).toBe(202);
    const leaving = await shop.becomes(person, 'its end', ({ cancelAt }) => cancelAt !== null);
    expect(leaving.plan).toBe('pro');
    expect((await shop.ask(person, 'POST', '/billing/resume')).status).toBe(202);
    await shop.becomes(person, 'no end', ({ cancelAt }) => cancelAt === null);
    expect(await typesOf(person)).toEqual(
      expect.arrayContaining(['CancellationScheduled', 'CancellationWithdrawn']),
    );
  });

  it('whose payment fails has days of grace; one that is never paid ends in the free plan', async () => {
    const person = await shop.customer('Poor Person');
    await shop.subscribe(person, 'starter');
    const { body } = await shop.ask(person, 'GET', '/billing/events?limit=200');
    const linked = body.items?.find(({ type }) => type === 'subscription.CustomerLinked.v1');
    const customer = String((linked?.['data'] as Record<string, unknown>)['customerId']);
    shop.double.setCardFate(customer, 'declines');
    shop.double.advance({ seconds: 15 * DAY_S });
    const grace = await shop.becomes(person, 'days of grace', ({ inGrace }) => inGrace);
    expect(grace).toMatchObject({ plan: 'starter', reason: 'in-grace', graceUntil: expect.any(String) });
    await until('the mail', () =>
      shop.product.mails.some(({ to, subject }) => to === person.email && subject === 'Your payment failed'),
    );
    shop.double.advance({ seconds: 20 * DAY_S });
    await shop.becomes(person, 'the free plan', ({ plan }) => plan === 'free');
    await until('its end to be told', async () => (await typesOf(person)).includes('Ended'));
    expect(await typesOf(person)).toEqual(expect.arrayContaining(['PaymentFailed', 'GraceStarted', 'Ended']));
  }, 30_000);

  it('has a portal at the payment service, which only the owner opens', async () => {
    const person = await shop.customer('Portal Person');
    expect((await shop.ask(person, 'POST', '/billing/portal')).status).toBe(409);
    await shop.subscribe(person);
    const { status, body } = await shop.ask(person, 'POST', '/billing/portal');
    expect(status).toBe(200);
    expect(String(body['url'])).toContain(shop.double.url);
  });
});

describe('plans', () => {
  it('are told to everybody, with prices, quotas and that it is a simulation', async () => {
    const { status, body } = await shop.product.ask('/api/v1/billing/plans', {});
    expect(status).toBe(200);
    expect(body).toMatchObject({ isSimulated: true, canBuy: true });
    expect(body.items?.map(({ plan }) => plan)).toEqual(['free', 'starter', 'pro', 'agency']);
  });
});

describe('the overview of those who run the platform', () => {
  it('has revenue, churn and failed payments from the read model', async () => {
    const { status, body } = await shop.product.get('/api/v1/billing/overview');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      isSimulated: true,
      endedSubscriptions: expect.any(Number),
      failedPayments: expect.any(Array),
    });
    const stranger = await shop.product.signUp('Curious Person');
    expect((await shop.ask(stranger, 'GET', '/billing/overview')).status).toBe(403);
  });
});
