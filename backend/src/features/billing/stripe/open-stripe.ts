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

const TIMEOUT_MS = 10_000;
/** Beside the first try, with the same idempotency key. */
const RETRIES = 2;

/** Undefined where there are no keys: then nothing can be bought. */
export function openStripe(config: StripeConfig): StripeAccess | undefined {
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
    timeout: TIMEOUT_MS,
    maxNetworkRetries: RETRIES,
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
