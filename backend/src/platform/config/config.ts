import { z } from 'zod';
import { emailSchema } from '../../../contracts/values/email.js';
import { passwordSchema } from '../../../contracts/values/password.js';
import { planSchema } from '../../../contracts/values/plans.js';
import { MASTER_KEYS_WANTED, MasterKeys } from '../privacy/master-keys.js';
import { oauthVariables, OAUTH_NAMES } from './oauth-variables.js';
import { expectedProgramsSchema } from './expected-programs.js';
import { stripeVariables, STRIPE_NAMES } from './stripe-variables.js';
import { corsOriginsSchema, limitFactorSchema, trustProxySchema } from './network-variables.js';

/** The programs of the product, and signs of life, which a program may give; each asks for the variables that it uses and for no others. */
export type Program = 'api' | 'projector' | 'reactor' | 'signs-of-life';

/** A variable is missing or wrong. The message is one line: its name, what it got, what it wants. */
export class BadConfiguration extends Error {
  override readonly name = 'BadConfiguration';
}

const address = (schemes: readonly string[], example: string) =>
  z.string().refine((text) => {
    const scheme = /^([a-z+]+):\/\/./.exec(text)?.[1];
    return scheme !== undefined && schemes.includes(scheme);
  }, `an address such as ${example}`);

function isMasterKeys(text: string): boolean {
  try {
    return new MasterKeys(text).current !== '';
  } catch {
    return false;
  }
}

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'a port number from 0 (any free one) to 65535')
  .transform(Number)
  .refine((number) => number <= 65_535, 'a port number from 0 (any free one) to 65535');

const flag = z.enum(['true', 'false'], 'true or false').transform((text) => text === 'true');

/** Every variable, what it wants, and its default. A variable without one must be set. */
const variables = {
  EVENTSTORE_URL: address(
    ['esdb', 'esdb+discover', 'kurrentdb', 'kurrentdb+discover'],
    'esdb://127.0.0.1:2113?tls=false',
  ),
  DATABASE_URL: address(['postgres', 'postgresql'], 'postgresql://user:password@127.0.0.1:5432/keywords'),
  REDIS_URL: address(['redis', 'rediss'], 'redis://127.0.0.1:6379'),
  HOST: z.string().min(1, 'an address to listen on, such as 127.0.0.1').default('127.0.0.1'),
  PORT: port.default(3000),
  TRUST_PROXY: trustProxySchema.optional(),
  CORS_ORIGINS: corsOriginsSchema.optional(),
  REQUEST_LIMIT_FACTOR: limitFactorSchema.optional(),
  EXPECTED_PROGRAMS: expectedProgramsSchema.optional(),
  MARKETPLACES: z.enum(['sandbox', 'live'], 'sandbox or live').default('sandbox'),
  DEMO: flag.default(false),
  DEMO_EMAIL: emailSchema.optional(),
  DEMO_PASSWORD: passwordSchema.optional(),
  OPERATORS_NEED_SECOND_FACTOR: flag.optional(),
  PLAN_WITHOUT_SUBSCRIPTION: planSchema.default('free'),
  CURSOR_SECRET: z.string().min(16, 'at least 16 random characters'),
  MASTER_KEYS: z.string().refine(isMasterKeys, MASTER_KEYS_WANTED),
  KEY_RING_FILE: z.string().min(1, 'a file for the keys of persons, outside of all databases'),
  AUDIT_FILE: z
    .string()
    .min(1, 'a file for the signed heads of the audit, outside of the event store')
    .optional(),
  PUBLIC_URL: address(['http', 'https'], 'https://keywords.example.com')
    .transform((text) => text.replace(/\/$/, ''))
    .default('http://127.0.0.1:3000'),
  SMTP_URL: address(['smtp', 'smtps'], 'smtp://user:password@mail.example.com:587').optional(),
  MAIL_FROM: z
    .string()
    .min(3, 'an address that mails come from')
    .default('Digitallz Keywords <keywords@localhost>'),
  MAIL_OUTBOX: z.string().min(1, 'a folder for mails while there is no SMTP_URL').default('outbox'),
  ...oauthVariables,
  ...stripeVariables,
} as const;
type Name = keyof typeof variables;

const SECRET: readonly Name[] = [
  'EVENTSTORE_URL',
  'DATABASE_URL',
  'REDIS_URL',
  'CURSOR_SECRET',
  'MASTER_KEYS',
  'SMTP_URL',
  'DEMO_PASSWORD',
  'GOOGLE_CLIENT_SECRET',
  'GITHUB_CLIENT_SECRET',
  'STRIPE_SECRET_KEY',
  'STRIPE_WEBHOOK_SECRET',
];

const wantedBy = {
  api: [
    'EVENTSTORE_URL',
    'DATABASE_URL',
    'REDIS_URL',
    'HOST',
    'PORT',
    'TRUST_PROXY',
    'CORS_ORIGINS',
    'REQUEST_LIMIT_FACTOR',
    'EXPECTED_PROGRAMS',
    'MARKETPLACES',
    'DEMO',
    'DEMO_EMAIL',
    'DEMO_PASSWORD',
    'OPERATORS_NEED_SECOND_FACTOR',
    'PLAN_WITHOUT_SUBSCRIPTION',
    'CURSOR_SECRET',
    'MASTER_KEYS',
    'KEY_RING_FILE',
    'PUBLIC_URL',
    ...OAUTH_NAMES,
    ...STRIPE_NAMES,
  ],
  projector: ['EVENTSTORE_URL', 'DATABASE_URL'],
  reactor: [
    'EVENTSTORE_URL',
    'DATABASE_URL',
    'REDIS_URL',
    'DEMO',
    'PLAN_WITHOUT_SUBSCRIPTION',
    'MASTER_KEYS',
    'KEY_RING_FILE',
    'AUDIT_FILE',
    'PUBLIC_URL',
    'SMTP_URL',
    'MAIL_FROM',
    'MAIL_OUTBOX',
    ...STRIPE_NAMES,
  ],
  'signs-of-life': ['REDIS_URL'],
} as const satisfies Record<Program, readonly Name[]>;

type ValueOf<N extends Name> = z.output<(typeof variables)[N]>;
/** What a program was started with, by the names of the variables. */
type All<P extends Program> = { readonly [N in (typeof wantedBy)[P][number]]: ValueOf<N> };
type MayLack<T> = { [N in keyof T]: undefined extends T[N] ? N : never }[keyof T];
export type Config<P extends Program = 'api'> = Omit<All<P>, MayLack<All<P>>> &
  Partial<Pick<All<P>, MayLack<All<P>>>>;

// Addresses hold passwords: an error shows that something was given, not what.
function shown(name: Name, got: string | undefined): string {
  if (got === undefined || got === '') return 'nothing';
  if (SECRET.includes(name)) return `something else (${got.length} characters, not shown)`;
  return JSON.stringify(got.length > 80 ? `${got.slice(0, 80)}…` : got);
}

/**
 * Reads the variables of one program. An empty variable counts as not set.
 * @throws BadConfiguration naming the first variable that is missing or wrong
 */
export function loadConfig<P extends Program>(
  env: Readonly<Record<string, string | undefined>>,
  which: P,
): Config<P> {
  const config: Partial<Record<Name, unknown>> = {};
  for (const name of wantedBy[which]) {
    const got = env[name] === '' ? undefined : env[name];
    const read = variables[name].safeParse(got);
    if (!read.success) throw new BadConfiguration(`${name}: got ${shown(name, got)}, wants ${wish(name)}`);
    config[name] = read.data;
  }
  return config as Config<P>;
}

function wish(name: Name): string {
  // The wish is the rule's own message: what it says to any wrong text is what it wants.
  const refused = variables[name].safeParse('\u0000');
  return refused.success ? 'a value' : (refused.error.issues[0]?.message ?? 'a value');
}
