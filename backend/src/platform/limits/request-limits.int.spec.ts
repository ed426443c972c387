import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApi } from '../../api.js';
import type { Config } from '../config/config.js';
import { jsonLog, type LogFields } from '../observability/log.js';
import { startTestProduct, type TestProduct } from '../testing/test-product.js';
import { startTestRedis } from '../testing/test-redis.js';
import { CONFIG } from '../tokens.js';
import { requestLimits, type RequestLimits } from './request-limits.js';

const OF_A_PERSON = 25;
const OF_AN_ADDRESS = 7;
/** So slowly is more allowed again that none is within a test. */
const PER_S = 36_000;

const usual = requestLimits();
const few: RequestLimits = {
  ...usual,
  ofPlan: { ...usual.ofPlan, agency: { name: 'requests', most: OF_A_PERSON, perS: PER_S } },
  ofAddress: { name: 'requests', most: OF_AN_ADDRESS, perS: PER_S },
};

let product: TestProduct;
let processes: NestFastifyApplication[];
beforeAll(async () => {
  product = await startTestProduct({ config: { TRUST_PROXY: 1 } });
  const config = product.app.get<Config>(CONFIG);
  processes = [];
  for (let count = 0; count < 2; count += 1) {
    const app = await createApi({ config, log: jsonLog(() => undefined), requestLimits: few });
    await app.init();
    processes.push(app);
  }
}, 90_000);
afterAll(async () => {
  for (const app of processes ?? []) await app.close();
  await product?.close();
}, 30_000);

const ask = async (
  nth: number,
  method: 'GET' | 'POST',
  url: string,
  headers: Record<string, string> = {},
) => {
  const app = processes[nth % processes.length];
  if (!app) throw new Error('no API runs');
  const { statusCode, headers: answered, payload } = await app.inject({ method, url, headers });
  return { status: statusCode, headers: answered, body: payload };
};
const times = <T>(count: number, once: (nth: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, nth) => once(nth)));
const passed = (answers: readonly { status: number }[]) =>
  answers.filter(({ status }) => status !== 429).length;
const from = (address: string) => ({ 'x-forwarded-for': address });

describe('limits of requests', () => {
  it('let exactly so many pass, whichever of two API processes is asked, and tell the others when to come back', async () => {
    const anna = await product.signUp('Anna');
    const answers = await times(80, (nth) => ask(nth, 'GET', '/api/v1/me', anna.as));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(OF_A_PERSON);
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(80 - OF_A_PERSON);
    expect(refused[0]?.headers).toMatchObject({
      'retry-after': expect.stringMatching(/^[1-9]\d*$/),
      'ratelimit-policy': `"requests";q=${OF_A_PERSON};w=${PER_S}`,
      ratelimit: expect.stringMatching(/^"requests";r=0;t=\d+$/),
      'content-type': expect.stringContaining('application/problem+json'),
    });
    expect(refused[0]?.body).toContain('problem:too-many-requests');
    const left = answers.map(({ headers }) => /r=(\d+)/.exec(String(headers['ratelimit']))?.[1]);
    expect(new Set(left).size).toBe(OF_A_PERSON);
  });

  it('are of a person, not of a device, and one person uses up nothing of another', async () => {
    const ben = await product.signUp('Ben');
    const carla = await product.signUp('Carla');
    const { email, password } = ben;
    const again = await product.post('/api/v1/auth/login', { email, password }, { authorization: '' });
    const other = { authorization: `Bearer ${String(again.body['accessToken'])}` };
    const answers = await times(60, (nth) => ask(nth, 'GET', '/api/v1/me', nth % 3 === 0 ? other : ben.as));
    expect(passed(answers)).toBe(OF_A_PERSON);
    expect((await ask(0, 'GET', '/api/v1/me', carla.as)).status).toBe(200);
  });

  it('are of the network address where nobody known asks, also with tokens that are none', async () => {
    const signOut = (address: string) =>
      times(20, (nth) => ask(nth, 'POST', '/api/v1/auth/logout', from(address)));
    expect(passed(await signOut('203.0.113.7'))).toBe(OF_AN_ADDRESS);
    expect(passed(await signOut('203.0.113.8'))).toBe(OF_AN_ADDRESS);
    const guesses = await times(20, (nth) =>
      ask(nth, 'GET', '/api/v1/me', { authorization: `Bearer guess${nth}`, ...from('203.0.113.9') }),
    );
    expect(guesses.filter(({ status }) => status === 401)).toHaveLength(OF_AN_ADDRESS);
    // one network, many addresses
    const roaming = await times(20, (nth) =>
      ask(nth, 'POST', '/api/v1/auth/logout', from(`2001:db8:1:2::${nth}`)),
    );
    expect(passed(roaming)).toBe(OF_AN_ADDRESS);
    // what the caller claims before the proxy adds what it saw
    const lying = await times(20, (nth) =>
      ask(nth, 'POST', '/api/v1/auth/logout', from(`198.51.100.${nth}, 203.0.113.10`)),
    );
    expect(passed(lying)).toBe(OF_AN_ADDRESS);
  });

  it('do not hold what machines and browsers fetch', async () => {
    for (const url of [
      '/health/live',
      '/metrics',
      '/.well-known/jwks.json',
      '/api/openapi.json',
      '/api/docs',
    ]) {
      const answers = await times(2 * OF_AN_ADDRESS, (nth) => ask(nth, 'GET', url, from('203.0.113.11')));
      expect([url, passed(answers), answers[0]?.headers['ratelimit']]).toEqual([
        url,
        2 * OF_AN_ADDRESS,
        undefined,
      ]);
    }
  });

  it('are stricter where mails are sent', async () => {
    const requested = await times(30, () =>
      product.post('/api/v1/auth/request-reset', { email: 'nobody@example.com' }, from('203.0.113.12')),
    );
    expect(passed(requested)).toBe(10);
    expect(requested[0]?.headers.get('ratelimit-policy')).toBe('"request-reset";q=10;w=600');
  });

  it('keep no address that can be read', async () => {
    await ask(0, 'POST', '/api/v1/auth/logout', from('203.0.113.77'));
    const keys = await product.queueConnection.keys('limit:*');
    expect(keys.length).toBeGreaterThan(0);
    expect(keys.join()).not.toMatch(/203\.0|198\.51|2001:|127\.0/);
  });
});

describe('a Redis that is away', () => {
  it('lets requests through uncounted and says so once; signing in waits for it', async () => {
    const redis = await startTestRedis();
    const logged: LogFields[] = [];
    const log = jsonLog((line) => logged.push(JSON.parse(line) as LogFields));
    const config = { ...product.app.get<Config>(CONFIG), REDIS_URL: redis.url };
    const app = await createApi({ config, log });
    try {
      const me = () => app.inject({ method: 'GET', url: '/api/v1/me', headers: { ...product.owner.as } });
      await app.init();
      expect((await me()).headers['ratelimit']).toBeDefined();
      await redis.stop();
      const begun = performance.now();
      for (let time = 0; time < 20; time += 1) expect((await me()).statusCode).toBe(200);
      expect(performance.now() - begun).toBeLessThan(5_000);
      const { email, password } = product.owner;
      const login = await app.inject({
        method: 'POST',
        url: '/api/v1/auth/login',
        payload: { email, password },
      });
      expect(login.statusCode).toBe(503);
      const reset = await app.inject({
        method: 'POST',
        url: '/api/v1/auth/request-reset',
        payload: { email },
      });
      expect(reset.statusCode).toBe(503);
      const told = logged.filter(({ message }) => message === 'requests are not counted while Redis is away');
      expect(told).toHaveLength(1);
    } finally {
      await app.close();
      await redis.stop().catch(() => undefined);
    }
  }, 60_000);
});
