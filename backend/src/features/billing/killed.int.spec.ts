import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SignedInPerson } from '../../platform/testing/test-product.js';
import { reconcileAll } from './reconciling/keep-reconciled.js';
import { startApiProcess, type ApiProcess } from './testing/api-process.js';
import { atStripe, countsAtStripe } from './testing/at-stripe.js';
import { billingParts, type BillingParts } from './testing/billing-parts.js';
import { openShop, type Shop } from './testing/shop.js';
import { DAY } from './testing/stripe-life.js';
import { startStripeProxy, type StripeProxy } from './testing/stripe-proxy.js';

let shop: Shop;
let proxy: StripeProxy;
let parts: BillingParts;
/** The one that customers reach; killed and started again. */
let api: ApiProcess;
const start = () => startApiProcess(shop.product, { STRIPE_API_BASE: proxy.url });
beforeAll(async () => {
  shop = await openShop();
  proxy = await startStripeProxy(shop.double.url);
  parts = billingParts(shop.product);
  api = await start();
}, 90_000);
afterAll(async () => {
  await api?.stop();
  await proxy?.close();
  await shop?.close();
}, 60_000);

const PRO = { plan: 'pro', interval: 'month', currency: 'EUR' };
const AGENCY = { plan: 'agency', interval: 'month' };

/** Kills the API once Stripe has done what it was asked and before the API knows; then it runs again. */
async function killedAfterStripeDid(
  [method, path]: readonly [string, RegExp],
  click: () => Promise<unknown>,
): Promise<void> {
  const held = proxy.hold(method, path);
  const clicked = click().then(
    () => 'answered',
    () => 'broken off',
  );
  const letGo = await held;
  await api.kill();
  letGo();
  expect(await clicked).toBe('broken off');
  api = await start();
}

const factsOf = async ({ workspaceId }: SignedInPerson) =>
  (await shop.product.recorded())
    .filter(
      ({ type, data }) =>
        type.startsWith('subscription.') && 'workspaceId' in data && data.workspaceId === workspaceId,
    )
    .map(({ type }) => type);
const agreesWithStripe = async () => expect([...(await reconcileAll(parts))]).toEqual([]);

describe("kill -9 between Stripe's answer and our append", () => {
  it.each([
    ['customers.create', /^\/v1\/customers$/, []],
    ['checkout.sessions.create', /^\/v1\/checkout\/sessions$/, ['subscription.CustomerLinked.v1']],
  ] as const)('of %s: the next click leads to one customer and one session', async (name, path, known) => {
    const person = await shop.customer(`Unlucky Person ${name}`);
    const click = () => api.ask(person, 'POST', '/billing/checkout', PRO);
    await killedAfterStripeDid(['POST', path], click);
    expect(await factsOf(person)).toEqual(known);
    expect(await countsAtStripe(parts.api, person)).toMatchObject({ customers: 1 });

    const { status, body } = await click();
    expect(status).toBe(201);
    expect(await countsAtStripe(parts.api, person)).toMatchObject({ customers: 1, sessions: 1 });

    await shop.press(body['url'], 'succeed');
    await shop.becomes(person, 'the plan', ({ plan }) => plan === 'pro');
    expect(await countsAtStripe(parts.api, person)).toMatchObject({
      customers: 1,
      sessions: 1,
      subscriptions: 1,
    });
    await agreesWithStripe();
  });

  it.each([
    ['has not told it', 'hold', 202],
    ['has told it', 'deliver', 409],
  ] as const)(
    'of a change of plan, when Stripe %s: it is made and charged once',
    async (name, mode, again) => {
      const { double } = shop;
      const person = await shop.customer(`Changing Person ${name}`);
      await shop.subscribe(person, 'pro');
      double.advance({ seconds: 15 * DAY });
      await shop.becomes(person, 'the end of the trial', ({ status }) => status === 'active');
      const click = () => api.ask(person, 'POST', '/billing/change', AGENCY);

      double.outbox.setMode(mode);
      await killedAfterStripeDid(['POST', /^\/v1\/subscriptions\/sub_\w+$/], click);
      if (mode === 'deliver') await shop.becomes(person, 'the larger plan', ({ plan }) => plan === 'agency');
      else expect(await shop.subscription(person)).toMatchObject({ plan: 'pro' });
      expect((await click()).status).toBe(again);

      double.outbox.setMode('deliver');
      double.outbox.release('as-is', 1);
      await shop.becomes(person, 'the larger plan', ({ plan }) => plan === 'agency');
      const { invoices, subscriptions } = await atStripe(parts.api, person);
      expect(subscriptions).toHaveLength(1);
      const ofChange = invoices.filter(({ billing_reason }) => billing_reason === 'subscription_update');
      expect(ofChange).toHaveLength(1);
      await agreesWithStripe();
    },
  );

  it('of a cancellation: the subscription ends once, and goes on again when that is asked for', async () => {
    const person = await shop.customer('Leaving Unluckily');
    await shop.subscribe(person, 'pro');
    const click = () => api.ask(person, 'POST', '/billing/cancel');
    await killedAfterStripeDid(['POST', /^\/v1\/subscriptions\/sub_\w+$/], click);
    expect((await click()).status).toBe(202);
    await shop.becomes(person, 'its end', ({ cancelAt }) => cancelAt !== null);
    await agreesWithStripe();
    expect((await api.ask(person, 'POST', '/billing/resume')).status).toBe(202);
    await shop.becomes(person, 'no end', ({ cancelAt }) => cancelAt === null);
    await agreesWithStripe();
  });
});
