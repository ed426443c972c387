import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import { refusalOf, sdkFor, SECRET_KEY, type Stage, startStage } from './testing/stage.js';
import { idOf } from './objects/kinds.js';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  fetch(`${stage.double.url}${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${SECRET_KEY}`,
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    },
    body,
  });
const errorOf = async (response: Response) =>
  ((await response.json()) as { error: Record<string, string> }).error;

describe('a request', () => {
  it('without the right key is refused as the real one refuses it', async () => {
    const refused = await refusalOf(sdkFor(stage.double.port, 'sk_test_wrong').products.list());
    expect(refused).toMatchObject({ type: 'StripeAuthenticationError', status: 401 });
    expect((await fetch(`${stage.double.url}/v1/prices`)).status).toBe(401);
  });

  it.each([
    ['customers', 'emial=a', 'parameter_unknown', 'emial'],
    ['customers', 'address[town]=Paris', 'parameter_unknown', 'address[town]'],
    ['customers', 'constructor=x', 'parameter_unknown', 'constructor'],
    ['prices', 'unit_amount=1', 'parameter_missing', 'currency'],
    ['prices', 'currency=eur&unit_amount=12.5', 'parameter_invalid_integer', 'unit_amount'],
    ['prices', 'currency=', 'parameter_invalid_empty', 'currency'],
    ['prices', 'currency=eur&tiers_mode=volume', 'parameter_unsupported_by_double', 'tiers_mode'],
    ['checkout/sessions', 'mode=payment', 'parameter_unsupported_by_double', 'mode'],
    ['billing_portal/sessions', 'return_url=http%3A%2F%2Fa', 'parameter_missing', 'customer'],
  ])('to %s with %s is refused by %s', async (path, body, code, param) => {
    const response = await post(`/v1/${path}`, body);
    expect(response.status).toBe(400);
    expect(await errorOf(response)).toMatchObject({ type: 'invalid_request_error', code, param });
  });

  it('to an endpoint that is not imitated says so', async () => {
    const refused = await refusalOf(stage.stripe.balance.retrieve());
    expect(refused).toMatchObject({ status: 404 });
    expect(refused.message).toContain('Unrecognized request URL (GET: /v1/balance)');
  });

  it('for what is not there names it', async () => {
    expect(await refusalOf(stage.stripe.customers.retrieve('cus_none'))).toMatchObject({
      status: 404,
      code: 'resource_missing',
      message: "No such customer: 'cus_none'",
    });
  });
});

describe('an idempotency key', () => {
  it('gives the same answer again and does nothing twice', async () => {
    const once = () => post('/v1/customers', 'email=same%40example.com', { 'idempotency-key': 'k1' });
    const [first, second] = [await once(), await once()];
    expect([first, second].map(({ headers }) => headers.get('idempotent-replayed'))).toEqual([null, 'true']);
    expect(await second.text()).toBe(await first.text());
    expect(second.headers.get('request-id')).toMatch(/^req_/);
    expect((await stage.stripe.customers.list({ email: 'same@example.com' })).data).toHaveLength(1);
  });

  it('with other parameters is refused', async () => {
    await stage.stripe.customers.create({ email: 'a@example.com' }, { idempotencyKey: 'k2' });
    const refused = await refusalOf(
      stage.stripe.customers.create({ email: 'b@example.com' }, { idempotencyKey: 'k2' }),
    );
    expect(refused).toMatchObject({ type: 'StripeIdempotencyError', status: 400 });
  });
});

describe('an awaited fault', () => {
  it.each([
    ['500', 'StripeAPIError', 500],
    ['429', 'StripeRateLimitError', 429],
  ])('of kind %s reaches the next requests, then it is over', async (kind, type, status) => {
    await stage.control('faults', { next: 2, kind });
    for (let time = 0; time < 2; time += 1)
      expect(await refusalOf(stage.stripe.products.list())).toMatchObject({ type, status });
    expect((await stage.stripe.products.list()).data).toHaveLength(1);
  });

  it('of silence ends in a timeout of the caller, and nothing was done', async () => {
    await stage.control('faults', { next: 1, kind: 'timeout' });
    const email = 'silence@example.com';
    const refused = await refusalOf(stage.stripe.customers.create({ email }, { timeout: 100 }));
    expect(refused.type).toBe('StripeConnectionError');
    expect((await stage.stripe.customers.list({ email })).data).toEqual([]);
  });

  it('that applies without an answer is healed by a repeat with the same key', async () => {
    // Two, for the SDK by itself asks once more where a connection is closed, whatever its number of retries.
    await stage.control('faults', { next: 2, kind: 'applied-but-no-answer' });
    const params = { email: 'unheard@example.com' };
    const unheard = await refusalOf(stage.stripe.customers.create(params, { idempotencyKey: 'k3' }));
    expect(unheard.type).toBe('StripeConnectionError');
    const { data } = await stage.stripe.customers.list(params);
    expect(data).toHaveLength(1);
    const repeated = await stage.stripe.customers.create(params, { idempotencyKey: 'k3' });
    expect(repeated.id).toBe(data[0]?.id);
    expect((await stage.stripe.customers.list(params)).data).toHaveLength(1);
  });

  it('is refused in plain words when it is asked for wrongly', async () => {
    expect((await stage.control('faults', { next: 1, kind: 'nonsense' })).status).toBe(400);
    expect((await stage.control('card-fate', { customer: 'cus_none', fate: 'ok' })).status).toBe(404);
    const plain = await fetch(`${stage.double.url}/__double/faults`, { method: 'POST', body: '{}' });
    expect(plain.status).toBe(415);
  });
});

describe('a list', () => {
  it('is cut into pages, newest first, that the SDK can walk', async () => {
    for (let place = 0; place < 7; place += 1)
      await stage.stripe.customers.create({ email: 'many@example.com', metadata: { place } });
    const first = await stage.stripe.customers.list({ email: 'many@example.com', limit: 3 });
    expect(first).toMatchObject({ object: 'list', has_more: true, url: '/v1/customers' });
    expect(first.data.map(({ metadata }) => metadata['place'])).toEqual(['6', '5', '4']);
    const all = await stage.stripe.customers
      .list({ email: 'many@example.com', limit: 3 })
      .autoPagingToArray({ limit: 100 });
    expect(all.map(({ metadata }) => metadata['place'])).toEqual(['6', '5', '4', '3', '2', '1', '0']);
    const back = await stage.stripe.customers.list({
      email: 'many@example.com',
      limit: 2,
      ending_before: first.data[2]?.id ?? '',
    });
    expect(back.data.map(({ metadata }) => metadata['place'])).toEqual(['6', '5']);
  });

  it('of prices is found by lookup key, and a key moves only on request', async () => {
    const { data } = await stage.stripe.prices.list({
      lookup_keys: ['pro_month'],
      active: true,
      expand: ['data.product'],
    });
    expect(data).toMatchObject([{ id: stage.prices.pro, product: { name: 'Keywords' } }]);
    const product = (data[0]?.product as Stripe.Product).id;
    const params = { product, currency: 'eur', unit_amount: 4_900, lookup_key: 'pro_month' };
    expect((await refusalOf(stage.stripe.prices.create(params))).param).toBe('lookup_key');
    const moved = await stage.stripe.prices.create({ ...params, transfer_lookup_key: true });
    expect((await stage.stripe.prices.list({ lookup_keys: ['pro_month'] })).data).toMatchObject([
      { id: moved.id },
    ]);
  });
});

describe('the portal', () => {
  it('cancels, resumes and changes what becomes of the card', async () => {
    const subscription = await stage.subscribe({
      line_items: [{ price: stage.prices.starter, quantity: 1 }],
    });
    const customer = idOf(subscription.customer);
    const session = await stage.stripe.billingPortal.sessions.create({
      customer,
      return_url: 'https://product.example/billing',
    });
    const press = (choice: string, fields = {}) =>
      stage.press(session.url, choice, { subscription: subscription.id, ...fields });
    const isEnding = async () =>
      (await stage.stripe.subscriptions.retrieve(subscription.id)).cancel_at_period_end;
    await press('cancel');
    expect(await isEnding()).toBe(true);
    await press('resume');
    expect(await isEnding()).toBe(false);
    await press('card', { fate: 'declines' });
    const html = await (await fetch(session.url)).text();
    expect(html).toMatch(/value="declines" checked/);
    expect(html).toContain('This is a simulation');
    expect(html).toContain('href="https://product.example/billing"');
  });
});
