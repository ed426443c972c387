import { z } from 'zod';
import { ProviderTrouble, type ExternalIdentity } from './dance.js';
import type { ProviderSettings } from './providers.js';

const PATIENCE_MS = 10_000;
/** GitHub refuses who does not say their name. */
const HEADERS = { accept: 'application/json', 'user-agent': 'digitallz-keywords' };
/** Errors of the token endpoint that the browser's code is to blame for: used, too old, of another dance. */
const CODE_ERRORS = ['invalid_grant', 'bad_verification_code'];

const tokenSchema = z.object({ access_token: z.string().min(1), token_type: z.string().optional() });
const refusalSchema = z.object({ error: z.string() });
const openIdSchema = z.object({
  sub: z.string().min(1).max(255),
  email: z.string().optional(),
  email_verified: z.union([z.boolean(), z.literal('true'), z.literal('false')]).optional(),
  name: z.string().optional(),
});
const githubUserSchema = z.object({ id: z.int(), login: z.string(), name: z.string().nullish() });
const githubEmailsSchema = z.array(
  z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }),
);

/** @throws ProviderTrouble */
export async function exchangeCode(
  { tokenUrl, clientId, clientSecret }: ProviderSettings,
  code: string,
  params: Readonly<Record<string, string>>,
): Promise<string> {
  const { status, body } = await ask(tokenUrl, {
    method: 'POST',
    headers: HEADERS,
    body: new URLSearchParams({ ...params, code, client_id: clientId, client_secret: clientSecret }),
  });
  const token = tokenSchema.safeParse(body);
  if (status === 200 && token.success) return token.data.access_token;
  // GitHub answers 200 to a code that it refuses.
  const refusal = refusalSchema.safeParse(body);
  const error = refusal.success ? refusal.data.error.slice(0, 100) : `status ${status}`;
  throw new ProviderTrouble(
    CODE_ERRORS.includes(error) ? 'sign-in-expired' : 'provider-unavailable',
    `the code was not exchanged for a token: ${error}`,
  );
}

/** @throws ProviderTrouble */
export async function identityOf(settings: ProviderSettings, accessToken: string): Promise<ExternalIdentity> {
  const { provider, userinfoUrl, emailsUrl } = settings;
  if (emailsUrl === undefined) {
    const { sub, email, email_verified, name } = await read(userinfoUrl, accessToken, openIdSchema);
    return { provider, subject: sub, email, isEmailProved: String(email_verified) === 'true', name };
  }
  const { id, login, name } = await read(userinfoUrl, accessToken, githubUserSchema);
  const emails = await read(emailsUrl, accessToken, githubEmailsSchema);
  const primary = emails.find((email) => email.primary);
  return {
    provider,
    // The login can be given up and taken by somebody else; the number cannot.
    subject: String(id),
    email: primary?.email,
    isEmailProved: primary?.verified ?? false,
    name: name ?? login,
  };
}

async function read<Told>(url: string, accessToken: string, schema: z.ZodType<Told>): Promise<Told> {
  const { status, body } = await ask(url, {
    headers: { ...HEADERS, authorization: `Bearer ${accessToken}` },
  });
  const told = schema.safeParse(body);
  if (status === 200 && told.success) return told.data;
  throw new ProviderTrouble(
    'provider-unavailable',
    `who it is was not told: status ${status}, or not what was expected`,
  );
}

async function ask(url: string, init: RequestInit): Promise<{ status: number; body: unknown }> {
  try {
    // A secret must not follow a redirect to elsewhere.
    const answer = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS) });
    const text = await answer.text();
    return { status: answer.status, body: answer.status < 500 ? (JSON.parse(text) as unknown) : undefined };
  } catch (error) {
    const reason = error instanceof SyntaxError ? 'no JSON' : error instanceof Error ? error.name : 'unknown';
    throw new ProviderTrouble(
      'provider-unavailable',
      `${new URL(url).host} does not answer as it should: ${reason}`,
    );
  }
}
