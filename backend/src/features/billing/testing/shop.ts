import { startStripeDouble, type StripeDouble } from '../../../../local-servers/stripe/server.js';
import {
  startTestProduct,
  type SignedInPerson,
  type TestProduct,
} from '../../../platform/testing/test-product.js';
import { prove } from '../../../platform/testing/prove.js';
import { until } from '../../../platform/testing/until.js';
import type { SubscriptionAnswer } from '../billing.dto.js';

export const WEBHOOK_SECRET = 'whsec_of_the_specs';
const SECRET_KEY = 'sk_test_of_the_specs';

/** The product with a double of Stripe beside it. */
export interface Shop {
  readonly product: TestProduct;
  readonly double: StripeDouble;
  /** Somebody with a proved address and a workspace of their own. */
  customer(name: string): Promise<SignedInPerson>;
  ask(person: SignedInPerson, method: string, path: string, body?: unknown): ReturnType<TestProduct['ask']>;
  checkout(person: SignedInPerson, plan?: string, interval?: string): ReturnType<TestProduct['ask']>;
  /** Presses a button of a page of the double. */
  press(url: unknown, choice: string, fields?: Record<string, string>): Promise<string>;
  /** Goes through a checkout and waits until the plan is there. */
  subscribe(person: SignedInPerson, plan?: string, interval?: string): Promise<SubscriptionAnswer>;
  subscription(person: SignedInPerson, asOf?: string): Promise<SubscriptionAnswer>;
  /** Waits until the subscription is so. */
  becomes(
    person: SignedInPerson,
    what: string,
    isSo: (subscription: SubscriptionAnswer) => boolean,
  ): Promise<SubscriptionAnswer>;
  close(): Promise<void>;
}

export interface ShopOptions {
  /** Secrets of webhooks that count: while one is replaced there are two. */
  readonly webhookSecrets?: readonly string[];
  /** Where the product finds Stripe, if not at the double itself: something that stands between. */
  readonly between?: (doubleUrl: string) => Promise<string>;
}

export async function openShop({
  webhookSecrets = [WEBHOOK_SECRET],
  between = (url) => Promise.resolve(url),
}: ShopOptions = {}): Promise<Shop> {
  const double = await startStripeDouble({
    port: 0,
    secretKey: SECRET_KEY,
    webhookSecret: WEBHOOK_SECRET,
    retries: { firstPauseMs: 20, longestPauseMs: 200 },
  });
  const product = await startTestProduct({
    config: {
      PLAN_WITHOUT_SUBSCRIPTION: 'free',
      // Whoever waits asks often.
      REQUEST_LIMIT_FACTOR: 100,
      STRIPE_SECRET_KEY: SECRET_KEY,
      STRIPE_WEBHOOK_SECRET: [...webhookSecrets],
      STRIPE_API_BASE: await between(double.url),
    },
  });
  double.outbox.sendTo(`${product.url}/api/v1/webhooks/stripe`);
  const ask: Shop['ask'] = (person, method, path, body) =>
    product.ask(`/api/v1${path}`, {
      method,
      headers: { ...person.as, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const subscription: Shop['subscription'] = async (person, asOf) => {
    const { status, body, text } = await ask(
      person,
      'GET',
      `/billing/subscription${asOf ? `?asOf=${asOf}` : ''}`,
    );
    if (status !== 200) throw new Error(`the subscription was answered ${text}`);
    return body as unknown as SubscriptionAnswer;
  };
  const becomes: Shop['becomes'] = (person, what, isSo) =>
    until(what, async () => {
      const now = await subscription(person);
      return isSo(now) && now;
    });
  const checkout: Shop['checkout'] = (person, plan = 'pro', interval = 'month') =>
    ask(person, 'POST', '/billing/checkout', { plan, interval, currency: 'EUR' });
  const press: Shop['press'] = async (url, choice, fields = {}) => {
    const pressed = new URLSearchParams({ choice, ...fields });
    const answer = await fetch(String(url), { method: 'POST', body: pressed, redirect: 'manual' });
    return answer.headers.get('location') ?? '';
  };
  return {
    product,
    double,
    ask,
    checkout,
    press,
    subscription,
    becomes,
    async customer(name) {
      const person = await product.signUp(name);
      await prove(product, person);
      return person;
    },
    async subscribe(person, plan = 'pro', interval = 'month') {
      const { body } = await checkout(person, plan, interval);
      await press(body['url'], 'succeed');
      return becomes(person, `the plan ${plan}`, (now) => now.plan === plan);
    },
    async close() {
      await product.close();
      await double.close();
    },
  };
}
