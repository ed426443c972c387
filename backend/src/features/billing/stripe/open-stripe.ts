import Stripe from 'stripe';
import { BadConfiguration, type Config } from '../../../platform/config/config.js';
import type { STRIPE_NAMES } from '../../../platform/config/stripe-variables.js';

export interface StripeAccess {
  readonly api: Stripe;
  /** No money moves: it is a double of Stripe, or Stripe's own test mode. */
  readonly isSimulated: boolean;
  /** A stand-in at STRIPE_API_BASE, whose shelves are empty at first. */
  readonly isDouble: boolean;
  readonly webhookSecrets: readonly string[];
}

export const STRIPE = Symbol('stripe');

type StripeConfig = Pick<Config, (typeof STRIPE_NAMES)[number]>;

export interface Patience {
  readonly timeoutMs: number;
  /** Beside the first try, with the same idempotency key. */
  readonly retries: number;
}

/** Somebody waits for the answer, and rather waits than asks again. */
const OF_PEOPLE: Patience = { timeoutMs: 10_000, retries: 2 };
/** What a reaction could not ask is asked again later, and others wait for it meanwhile. */
export const OF_REACTIONS: Patience = { timeoutMs: 5_000, retries: 0 };

/** Undefined where there are no keys: then nothing can be bought. */
export function openStripe(
  config: StripeConfig,
  { timeoutMs, retries }: Patience = OF_PEOPLE,
): StripeAccess | undefined {
  const {
    STRIPE_SECRET_KEY: key,
    STRIPE_WEBHOOK_SECRET: webhookSecrets = [],
    STRIPE_API_BASE: base,
  } = config;
  if (key === undefined && base !== undefined)
    throw new BadConfiguration('STRIPE_SECRET_KEY is missing: STRIPE_API_BASE is of no use without it.');
  if (key === undefined) return undefined;
  if (webhookSecrets.length === 0)
    throw new BadConfiguration(
      'STRIPE_WEBHOOK_SECRET is missing: without it nothing that Stripe tells can be believed.',
    );
  const api = new Stripe(key, {
    timeout: timeoutMs,
    maxNetworkRetries: retries,
    telemetry: false,
    appInfo: { name: 'Digitallz Keywords' },
    ...(base !== undefined && placeOf(new URL(base))),
  });
  return {
    api,
    webhookSecrets,
    isSimulated: base !== undefined || key.includes('_test_'),
    isDouble: base !== undefined,
  };
}

function placeOf({ protocol, hostname, port }: URL) {
  const scheme = protocol === 'https:' ? 'https' : 'http';
  return {
    protocol: scheme,
    host: hostname,
    port: port === '' ? (scheme === 'https' ? 443 : 80) : Number(port),
  } as const;
}
