import { resolve } from 'node:path';
import { z } from 'zod';
import { emailSchema } from '../contracts/values/email.js';
import { passwordSchema } from '../contracts/values/password.js';

const port = (what: string) =>
  z
    .string()
    .regex(/^\d{1,5}$/, what)
    .transform(Number)
    .refine((value) => value <= 65_535, what);
const PORT_RULE = 'a port from 1 to 65535';
const url = (protocols: string) =>
  z
    .string()
    .refine(
      (text) => new RegExp(`^(${protocols})://[^/]`).test(text),
      `an address like ${protocols.split('|')[0]}://host:port`,
    );

const settingsSchema = z.object({
  PORT: port(PORT_RULE).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z
    .string()
    .min(1)
    .default('.data')
    .transform((path) => resolve(path)),
  EVENTSTORE_URL: url('esdb|esdb\\+discover|kurrentdb').optional(),
  DATABASE_URL: url('postgres|postgresql').optional(),
  REDIS_URL: url('redis|rediss').optional(),
  // 0: a free one
  EVENTSTORE_PORT: port(PORT_RULE).default(0),
  PG_PORT: port(PORT_RULE).default(0),
  REDIS_PORT: port(PORT_RULE).default(0),
  SANDBOX_PORT: port(PORT_RULE).default(0),
  STRIPE_DOUBLE_PORT: port(PORT_RULE).default(0),
  // Set: the real Stripe, or another double. Unset: a double of our own.
  STRIPE_SECRET_KEY: z.string().optional(),
  MARKETPLACES: z.enum(['sandbox', 'live'], 'sandbox or live').default('sandbox'),
  DEMO_EMAIL: emailSchema.default('demo@example.com'),
  DEMO_PASSWORD: passwordSchema.optional(),
  DEMO: z
    .enum(['true', 'false'], 'true or false')
    .default('true')
    .transform((text) => text === 'true'),
  // For tests: a smaller demo, and one whose world stands still so that two starts can be compared.
  DEMO_KEYWORDS: z
    .string()
    .regex(/^[1-9]\d{0,5}$/, 'a whole number from 1')
    .transform(Number)
    .optional(),
  DEMO_TIME: z.iso
    .datetime('a moment like 2026-03-14T09:30:00Z')
    .transform((text) => new Date(text))
    .optional(),
});
export type Settings = z.output<typeof settingsSchema>;

/** What `npm start` can be told. Throws an Error with one line: the variable, what it got, what it wants. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const result = settingsSchema.safeParse(given);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const name = String(issue?.path[0]);
  // An address may hold a password: its value is not repeated.
  const got = name.endsWith('_URL') ? 'something else' : `«${given[name]}»`;
  throw new Error(`${name} is ${got}; it wants ${issue?.message}.`);
}
