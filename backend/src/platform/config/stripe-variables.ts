import { z } from 'zod';

/** Several while one is being replaced: `whsec_new,whsec_old`. */
const webhookSecrets = z
  .string()
  .refine(
    (text) => text.split(',').every((secret) => /^whsec_[A-Za-z0-9+/=_-]{8,}$/.test(secret.trim())),
    'signing secrets such as whsec_…, several with commas between them',
  )
  .transform((text) => text.split(',').map((secret) => secret.trim()));

/** All three, or the first two where the real Stripe is meant, or none: then nothing can be bought. */
export const stripeVariables = {
  STRIPE_SECRET_KEY: z
    .string()
    .regex(/^(sk|rk)_(test|live)_[A-Za-z0-9_]{4,}$/, 'a secret key such as sk_test_…')
    .optional(),
  STRIPE_WEBHOOK_SECRET: webhookSecrets.optional(),
  STRIPE_API_BASE: z
    .url({ protocol: /^https?$/, error: 'an address such as http://127.0.0.1:12111' })
    .optional(),
} as const;

/** The same of an environment, for commands that need nothing else. @throws Error with one line for a variable that cannot be read */
export function stripeOf(
  env: Readonly<Record<string, string | undefined>>,
): z.output<z.ZodObject<typeof stripeVariables>> {
  const given = Object.fromEntries(STRIPE_NAMES.map((name) => [name, env[name] || undefined]));
  const read = z.object(stripeVariables).safeParse(given);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new Error(
    `${String(issue?.path[0])} cannot be read; it wants ${issue?.message ?? 'something else'}.`,
  );
}

export const STRIPE_NAMES = ['STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET', 'STRIPE_API_BASE'] as const;
