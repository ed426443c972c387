import Stripe from 'stripe';
import { until } from '../../../src/platform/testing/until.js';
import { startStripeDouble, type StripeDouble, type StripeDoubleOptions } from '../server.js';
import { Receiver, WEBHOOK_SECRET } from './receiver.js';
import { idOf } from '../objects/kinds.js';

export const SECRET_KEY = 'sk_test_of_the_specs';
export const START = new Date('2026-01-31T10:00:00Z');
export const DAY = 86_400;

type SessionParams = Stripe.Checkout.SessionCreateParams;

export interface Stage {
  readonly double: StripeDouble;
  readonly stripe: Stripe;
  readonly receiver: Receiver;
  /** Prices in euro by name: starter 15 a month, pro 39 a month, proYear 390 a year. */
  readonly prices: Readonly<Record<'starter' | 'pro' | 'proYear', string>>;
  readonly openCheckout: (params?: Partial<SessionParams>) => Promise<Stripe.Checkout.Session>;
  /** Presses a button of a page; the answer's `location` tells where it leads. */
  readonly press: (url: string, choice: string, fields?: Record<string, string>) => Promise<string>;
  /** A checkout that succeeded. */
  readonly subscribe: (params?: Partial<SessionParams>) => Promise<Stripe.Subscription>;
  /** Types of the webhooks since the last look, once all have arrived. */
  readonly told: () => Promise<string[]>;
  readonly control: (path: string, body: unknown) => Promise<{ status: number; body: unknown }>;
  readonly close: () => Promise<void>;
}

export const sdkFor = (port: number, key = SECRET_KEY): Stripe =>
  new Stripe(key, { host: '127.0.0.1', port, protocol: 'http', maxNetworkRetries: 0, telemetry: false });

export async function startStage(options: Partial<StripeDoubleOptions> = {}): Promise<Stage> {
  const receiver = await new Receiver().start();
  const double = await startStripeDouble({
    port: 0,
    secretKey: SECRET_KEY,
    webhookSecret: WEBHOOK_SECRET,
    webhookUrl: receiver.url,
    now: () => START,
    retries: { firstPauseMs: 5, longestPauseMs: 20 },
    ...options,
  });
  const stripe = sdkFor(double.port);
  const product = await stripe.products.create({ name: 'Keywords' });
  const price = async (lookup_key: string, unit_amount: number, interval: 'month' | 'year') =>
    (
      await stripe.prices.create({
        product: product.id,
        currency: 'eur',
        unit_amount,
        recurring: { interval },
        lookup_key,
      })
    ).id;
  const prices = {
    starter: await price('starter_month', 1_500, 'month'),
    pro: await price('pro_month', 3_900, 'month'),
    proYear: await price('pro_year', 39_000, 'year'),
  };
  let seen = 0;

  const stage: Stage = {
    double,
    stripe,
    receiver,
    prices,
    openCheckout: (params = {}) =>
      stripe.checkout.sessions.create({
        mode: 'subscription',
        line_items: [{ price: prices.pro, quantity: 1 }],
        success_url: 'https://product.example/back?session={CHECKOUT_SESSION_ID}',
        cancel_url: 'https://product.example/prices',
        ...params,
      }),
    press: async (url, choice, fields = {}) => {
      const body = new URLSearchParams({ choice, ...fields });
      const response = await fetch(url, { method: 'POST', body, redirect: 'manual' });
      return response.headers.get('location') ?? '';
    },
    subscribe: async (params = {}) => {
      const session = await stage.openCheckout({ customer_email: 'ada@example.com', ...params });
      await stage.press(session.url ?? '', 'succeed');
      const { subscription } = await stripe.checkout.sessions.retrieve(session.id);
      return stripe.subscriptions.retrieve(idOf(subscription));
    },
    told: async () => {
      await until('all webhooks arrive', () => double.outbox.counts().pending === 0);
      const types = receiver.types.slice(seen);
      seen = receiver.events.length;
      return types;
    },
    control: async (path, body) => {
      const response = await fetch(`${double.url}/__double/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return { status: response.status, body: (await response.json()) as unknown };
    },
    close: async () => {
      await double.close();
      await receiver.close();
    },
  };
  return stage;
}

/** The error that the SDK throws, with the fields that Stripe names. */
export async function refusalOf(call: Promise<unknown>): Promise<{
  type: string;
  status: number | undefined;
  code: string | undefined;
  param: string | undefined;
  message: string;
}> {
  try {
    await call;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError)
      return {
        type: error.type,
        status: error.statusCode,
        code: error.code,
        param: error.param,
        message: error.message,
      };
    throw error;
  }
  throw new Error('it was not refused');
}
