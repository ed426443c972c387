import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import Stripe from 'stripe';
import { until } from '../../src/platform/testing/until.js';
import { startStripeDouble } from './server.js';
import { WEBHOOK_SECRET } from './testing/receiver.js';
import { DAY, sdkFor, SECRET_KEY, type Stage, startStage } from './testing/stage.js';
import { signatureHeader } from './webhooks/signature.js';

let stage: Stage | undefined;
const folders: string[] = [];
afterEach(async () => {
  await stage?.close();
  stage = undefined;
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});
const started = async (...given: Parameters<typeof startStage>) => (stage = await startStage(...given));
const newFile = () => {
  const folder = mkdtempSync(join(tmpdir(), 'stripe-double-'));
  folders.push(folder);
  return join(folder, 'books.db');
};

describe('webhooks', () => {
  it('carry the signature that the SDK itself would write', () => {
    const { webhooks } = new Stripe('sk_test_unused');
    const payload = '{"id":"evt_1","object":"event"}';
    const header = signatureHeader(payload, WEBHOOK_SECRET, 1_700_000_000);
    expect(header).toBe(
      webhooks.generateTestHeaderString({ payload, secret: WEBHOOK_SECRET, timestamp: 1_700_000_000 }),
    );
  });

  it('are accepted by the SDK however far the clock is ahead, with full snapshots', async () => {
    const { double, told, subscribe, receiver } = await started();
    double.advance({ seconds: 400 * DAY });
    const subscription = await subscribe();
    await told();
    const last = receiver.events.at(-1);
    expect(last).toMatchObject({
      type: 'checkout.session.completed',
      created: double.now(),
      api_version: Stripe.API_VERSION,
      livemode: false,
      data: { object: { subscription: subscription.id, object: 'checkout.session' } },
    });
    expect(last?.request?.id).toBeNull();
  });

  it('name the request that led to them', async () => {
    const { told, stripe, receiver } = await started();
    await stripe.customers.create({ email: 'a@example.com' }, { idempotencyKey: 'named' });
    await told();
    expect(receiver.events[0]?.request).toMatchObject({
      id: expect.stringMatching(/^req_/) as unknown,
      idempotency_key: 'named',
    });
  });

  it('are tried again until they are taken, in order', async () => {
    const { told, subscribe, receiver } = await started();
    receiver.refuseNext = 3;
    await subscribe();
    const types = await told();
    expect(types[0]).toBe('customer.created');
    expect(types.at(-1)).toBe('checkout.session.completed');
    expect(types).toHaveLength(8);
  });

  it('that are refused too often are given up, the next go on, and a release sends them again', async () => {
    const { told, stripe, receiver, control, double } = await started({
      retries: { firstPauseMs: 1, tries: 2 },
    });
    receiver.refuseNext = 2;
    await stripe.customers.create({ email: 'first@example.com' });
    await stripe.customers.create({ email: 'second@example.com' });
    expect(await told()).toEqual(['customer.created']);
    expect(double.outbox.counts()).toMatchObject({ delivered: 1, failed: 1 });
    await control('webhooks/release', {});
    await told();
    expect(receiver.events.map(({ data }) => (data.object as Stripe.Customer).email)).toEqual([
      'second@example.com',
      'first@example.com',
    ]);
  });

  it('can be held back and released reversed, or twice', async () => {
    const { told, subscribe, control, double } = await started();
    await control('webhooks', { mode: 'hold' });
    await subscribe();
    expect(await told()).toEqual([]);
    expect(double.outbox.counts().held).toBe(8);
    expect((await control('webhooks/release', { order: 'reversed', times: 2 })).body).toEqual({
      released: 16,
    });
    const types = await told();
    expect(types[0]).toBe('checkout.session.completed');
    expect(types.slice(0, 8)).toEqual(types.slice(8));
  });

  it('can be lost, and the events still be read', async () => {
    const { told, subscribe, control, stripe } = await started();
    await control('webhooks', { mode: 'drop' });
    const subscription = await subscribe();
    expect(await told()).toEqual([]);
    const { data } = await stripe.events.list({ type: 'customer.subscription.*' });
    expect(data.map(({ type }) => type)).toEqual([
      'customer.subscription.updated',
      'customer.subscription.created',
    ]);
    expect((data[1]?.data.object as Stripe.Subscription).id).toBe(subscription.id);
    expect(await stripe.events.retrieve(data[0]?.id ?? '')).toEqual(data[0]);
  });
});

describe('a restart', () => {
  it('keeps everything: objects, clock, keys, and the webhooks that were not taken yet', async () => {
    const file = newFile();
    const { double, receiver, stripe, subscribe, openCheckout } = await started({ file });
    receiver.refuseNext = Number.POSITIVE_INFINITY;
    const subscription = await subscribe();
    const open = await openCheckout();
    double.advance({ seconds: 3 * 3_600 });
    const customer = await stripe.customers.create({ email: 'b@example.com' }, { idempotencyKey: 'kept' });
    const before = double.now();
    await double.close();
    expect(receiver.events).toEqual([]);

    receiver.refuseNext = 0;
    const again = await startStripeDouble({
      port: 0,
      file,
      secretKey: SECRET_KEY,
      webhookSecret: WEBHOOK_SECRET,
      webhookUrl: receiver.url,
      now: () => new Date('2026-01-31T10:00:00Z'),
    });
    try {
      expect(again.now()).toBe(before);
      const sdk = sdkFor(again.port);
      expect(await sdk.subscriptions.retrieve(subscription.id)).toEqual(subscription);
      const repeated = await sdk.customers.create({ email: 'b@example.com' }, { idempotencyKey: 'kept' });
      expect(repeated.id).toBe(customer.id);
      // It listens at another port now, and what is still open leads there.
      const { url } = await sdk.checkout.sessions.retrieve(open.id);
      expect(url).toBe(`${again.url}/pages/checkout/${open.id}`);
      await until('all webhooks arrive', () => again.outbox.counts().pending === 0);
      expect(receiver.types).toHaveLength(9);
      expect(receiver.types.at(-1)).toBe('customer.created');
    } finally {
      await again.close();
    }
    stage = undefined;
    await receiver.close();
  });

  it('after a long pause does in order what fell due meanwhile', async () => {
    const file = newFile();
    const { double, subscribe, receiver } = await started({ file });
    const subscription = await subscribe();
    await double.close();
    const again = await startStripeDouble({
      port: 0,
      file,
      secretKey: SECRET_KEY,
      webhookSecret: WEBHOOK_SECRET,
      now: () => new Date('2026-04-15T10:00:00Z'),
    });
    try {
      const { data } = await sdkFor(again.port).invoices.list({ subscription: subscription.id });
      expect(data.map(({ created }) => new Date(created * 1_000).toISOString().slice(0, 10))).toEqual([
        '2026-03-31',
        '2026-02-28',
        '2026-01-31',
      ]);
    } finally {
      await again.close();
    }
    stage = undefined;
    await receiver.close();
  });
});
