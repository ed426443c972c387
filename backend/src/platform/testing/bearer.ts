import { randomBytes } from 'node:crypto';
import { until } from './until.js';

/** What an API is started with that a bench or test signs in to: its demo account owns the demo workspace and operates. */
export const PERSON_ENV = {
  DEMO_EMAIL: 'tester@example.com',
  DEMO_PASSWORD: 'a password of tests alone',
  MASTER_KEYS: `test:${randomBytes(32).toString('base64')}`,
  // One person asks as often as thousands would.
  REQUEST_LIMIT_FACTOR: '100',
  OPERATORS_NEED_SECOND_FACTOR: 'false',
  PLAN_WITHOUT_SUBSCRIPTION: 'agency',
} as const;

/** Shorter than a token lives. */
const RENEW_AFTER_MS = 8 * 60_000;
const PATIENCE_MS = 120_000;

/** Signs in to a running API as one person, again before the token ends. */
export class Bearer {
  private token: { readonly headers: { authorization: string }; readonly at: number } | undefined;

  constructor(
    private readonly address: () => string | Promise<string>,
    private readonly person: { readonly email: string; readonly password: string } = {
      email: PERSON_ENV.DEMO_EMAIL,
      password: PERSON_ENV.DEMO_PASSWORD,
    },
  ) {}

  async headers(): Promise<{ authorization: string }> {
    const known = this.token;
    if (known && performance.now() - known.at < RENEW_AFTER_MS) return known.headers;
    const at = performance.now();
    const headers = await until('a sign-in', () => this.signIn(), PATIENCE_MS);
    this.token = { headers, at };
    return headers;
  }

  private async signIn(): Promise<{ authorization: string } | undefined> {
    try {
      const answer = await fetch(`${await this.address()}/api/v1/auth/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(this.person),
      });
      if (answer.status !== 200) return undefined;
      const { accessToken } = (await answer.json()) as { accessToken: string };
      return { authorization: `Bearer ${accessToken}` };
    } catch {
      // It is not there yet, or just being killed.
      return undefined;
    }
  }
}
