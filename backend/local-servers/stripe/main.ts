import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startStripeDouble } from './server.js';

/**
 * The double of Stripe as a process of its own: on STRIPE_DOUBLE_PORT (default: a free port) of STRIPE_DOUBLE_HOST
 * (default: 127.0.0.1), its books in DATA_DIR/stripe-double.db. It takes STRIPE_SECRET_KEY and signs with STRIPE_WEBHOOK_SECRET.
 */
const env = (name: string): string | undefined => process.env[name] || undefined;

function stopWith(line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

const given = env('STRIPE_DOUBLE_PORT') ?? '0';
const port = Number(given);
if (!/^\d+$/.test(given) || port > 65_535)
  stopWith(`STRIPE_DOUBLE_PORT is "${given}", wanted a port number from 0 (a free one) to 65535`);
const secretKey = env('STRIPE_SECRET_KEY') ?? stopWith('STRIPE_SECRET_KEY is missing, wanted sk_test_…');
if (!secretKey.startsWith('sk_test_'))
  stopWith(
    'STRIPE_SECRET_KEY of the double must begin with sk_test_: a live key belongs to the real Stripe alone',
  );
const webhookSecret =
  env('STRIPE_WEBHOOK_SECRET') ?? stopWith('STRIPE_WEBHOOK_SECRET is missing, wanted whsec_…');
const webhookUrl = env('STRIPE_WEBHOOK_URL');
if (webhookUrl !== undefined && !/^https?:\/\/[^/]/.test(webhookUrl))
  stopWith('STRIPE_WEBHOOK_URL is no address, wanted http://host:port/path');
const publicUrl = env('STRIPE_DOUBLE_URL');
const folder = resolve(env('DATA_DIR') ?? '.data');
mkdirSync(folder, { recursive: true });

const double = await startStripeDouble({
  port,
  host: env('STRIPE_DOUBLE_HOST') ?? '127.0.0.1',
  file: join(folder, 'stripe-double.db'),
  secretKey,
  webhookSecret,
  ...(webhookUrl !== undefined && { webhookUrl }),
  ...(publicUrl !== undefined && { publicUrl }),
});
process.stdout.write(`Stripe double ready: ${double.url}\n`);

let isStopping = false;
const stop = async (): Promise<void> => {
  if (isStopping) return;
  isStopping = true;
  await double.close();
};
process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());
