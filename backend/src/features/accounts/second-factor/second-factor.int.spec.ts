import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash, randomUUID } from 'node:crypto';
import { TOTP, Secret } from 'otpauth';
import type { AnyNewEvent } from '../../../../event-log/event-log.js';
import {
  startTestProduct,
  type SignedInPerson,
  type TestProduct,
} from '../../../platform/testing/test-product.js';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
}, 60_000);
afterAll(() => product?.close(), 30_000);

const PATH = '/api/v1/me/second-factor';
const STEP_MS = 30_000;
const shown = (secret: string, laterMs = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + laterMs });
const nobody = { authorization: '' };
const login = ({ email, password }: SignedInPerson, totp?: string, headers: Record<string, string> = {}) =>
  product.post(
    '/api/v1/auth/login',
    { email, password, ...(totp === undefined ? {} : { totp }) },
    { ...nobody, ...headers },
  );
const withoutFactor = (person: SignedInPerson, body: unknown) =>
  product.ask(PATH, {
    method: 'DELETE',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...person.as },
  });

async function enabled(name: string) {
  const person = await product.signUp(name);
  const begun = await product.post(PATH, {}, person.as);
  expect(begun.status).toBe(200);
  const secret = String(begun.body['secret']);
  const confirmed = await product.post(`${PATH}/confirm`, { code: shown(secret) }, person.as);
  expect(confirmed.status).toBe(200);
  return { person, secret, begun, codes: confirmed.body['recoveryCodes'] as string[] };
}

/** As recovery codes were kept at first. */
const plainDigest = (accountId: string, code: string): string =>
  createHash('sha256')
    .update(`${accountId}|${code.replaceAll('-', '')}`)
    .digest('base64url');

const problemOf = ({ status, body }: { status: number; body: Record<string, unknown> }) => [
  status,
  String(body['type']).split(':').pop(),
];

describe('a second factor', () => {
  it('asks for a code at each sign-in once it is confirmed, and each code works once', async () => {
    const { person, secret, begun, codes } = await enabled('Ada');
    expect(begun.headers.get('cache-control')).toBe('no-store');
    expect(String(begun.body['uri'])).toContain(`secret=${secret}`);
    const svg = Buffer.from(String(begun.body['qr']).split('base64,')[1] ?? '', 'base64').toString();
    expect(svg).toMatch(/^<svg /);
    expect(codes).toHaveLength(10);
    for (const code of codes) expect(code).toMatch(/^(?:[0-9a-z]{4}-){5}[0-9a-z]{4}$/);
    expect(new Set(codes).size).toBe(10);
    expect((await product.get('/api/v1/me', person.as)).body).toMatchObject({ hasSecondFactor: true });

    expect(problemOf(await login(person))).toEqual([401, 'second-factor-needed']);
    const next = shown(secret, STEP_MS);
    expect(problemOf(await login(person, next === '000000' ? '000001' : '000000'))).toEqual([
      401,
      'second-factor-needed',
    ]);
    expect((await login(person, next)).status).toBe(200);
    expect(problemOf(await login(person, next))).toEqual([401, 'second-factor-needed']);
    expect((await login(person, codes[0]?.toUpperCase())).status).toBe(200);
    expect(problemOf(await login(person, codes[0]))).toEqual([401, 'second-factor-needed']);
  });

  it('leaves neither its secret nor its recovery codes in the log or in Redis', async () => {
    const { secret, codes } = await enabled('Bea');
    const cara = await product.signUp('Cara');
    const pending = String((await product.post(PATH, {}, cara.as)).body['secret']);
    const events = JSON.stringify((await product.recorded()).map(({ data, metadata }) => [data, metadata]));
    const kept = await product.queueConnection.get(`second-factor:pending:${cara.id}`);
    expect(kept).toMatch(/^sealed:/);
    for (const text of [secret, pending, ...codes]) expect(events + kept).not.toContain(text);
    expect(await product.queueConnection.ttl(`second-factor:pending:${cara.id}`)).toBeLessThanOrEqual(600);
  });

  it('lets one of two sign-ins pass that use the same recovery code at once, whatever ids the requests give themselves', async () => {
    const { person, codes } = await enabled('Dan');
    const sameId = { 'x-request-id': 'the-same-request-id' };
    const answers = await Promise.all([login(person, codes[3], sameId), login(person, codes[3], sameId)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
  });

  it('slows whoever tries codes, and says for how long', async () => {
    const { person } = await enabled('Eve');
    const statuses: number[] = [];
    for (let time = 0; time < 6; time += 1) statuses.push((await login(person, 'wrong-wrong')).status);
    expect(statuses.slice(0, 5)).toEqual([401, 401, 401, 401, 401]);
    const slowed = await login(person, 'wrong-wrong');
    expect(problemOf(slowed)).toEqual([429, 'too-many-requests']);
    expect(Number(slowed.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('is not confirmed by a wrong code, by nothing begun, or twice', async () => {
    const finn = await product.signUp('Finn');
    expect(problemOf(await product.post(`${PATH}/confirm`, { code: '123456' }, finn.as))).toEqual([
      409,
      'not-possible-now',
    ]);
    await product.post(PATH, {}, finn.as);
    const wrong = await product.post(`${PATH}/confirm`, { code: 'abcdef' }, finn.as);
    expect([wrong.status, wrong.body.errors?.[0]?.path]).toEqual([400, 'code']);
    expect((await product.get('/api/v1/me', finn.as)).body).toMatchObject({ hasSecondFactor: false });
    const { person } = await enabled('Gus');
    expect(problemOf(await product.post(PATH, {}, person.as))).toEqual([409, 'not-possible-now']);
  });

  it('gives new recovery codes for a code, and the old ones are good no more', async () => {
    const { person, secret, codes } = await enabled('Hal');
    expect(problemOf(await product.post(`${PATH}/recovery-codes`, { code: 'nonsense' }, person.as))).toEqual([
      401,
      'second-factor-needed',
    ]);
    const renewed = await product.post(`${PATH}/recovery-codes`, { code: shown(secret, STEP_MS) }, person.as);
    const fresh = renewed.body['recoveryCodes'] as string[];
    expect([renewed.status, fresh.length]).toEqual([200, 10]);
    expect((await login(person, codes[1])).status).toBe(401);
    expect((await login(person, fresh[1])).status).toBe(200);
  });

  it('keeps of its recovery codes fingerprints that nobody without the key ring can compare with guesses', async () => {
    const { person, codes } = await enabled('Jan');
    const [event] = (await product.recorded()).filter(
      ({ type, data }) => type === 'account.SecondFactorEnabled.v1' && data.accountId === person.id,
    );
    expect(event?.data).toMatchObject({ recoveryCodesKeyedBy: 'key-ring' });
    for (const code of codes) expect(JSON.stringify(event?.data)).not.toContain(plainDigest(person.id, code));
  });

  it('takes the codes of those who got theirs when they were kept as plain digests, each once', async () => {
    const kim = await product.signUp('Kim');
    const codes = Array.from({ length: 10 }, (_, index) => `7c3kd-q9xw${index}`);
    const enabledThen: AnyNewEvent = {
      id: randomUUID(),
      type: 'account.SecondFactorEnabled.v1',
      data: {
        accountId: kim.id,
        secret: product.sealing.seal(kim.id, 'JBSWY3DPEHPK3PXP'),
        recoveryCodeHashes: codes.map((code) => plainDigest(kim.id, code)),
      },
      metadata: {
        correlationId: 'test',
        causationId: 'test',
        occurredAt: new Date().toISOString(),
        actor: kim.id,
        producer: 'test/1',
      },
    };
    await product.eventLog.append(`account-${kim.id}`, 'stream-exists', [enabledThen]);
    expect((await login(kim)).status).toBe(401);
    expect((await login(kim, codes[4])).status).toBe(200);
    expect((await login(kim, codes[4])).status).toBe(401);
  });

  it('is turned off with a code or the password, and with nothing else', async () => {
    const { person, codes } = await enabled('Ida');
    expect((await withoutFactor(person, {})).status).toBe(400);
    expect((await withoutFactor(person, { password: 'not hers' })).status).toBe(400);
    expect((await withoutFactor(person, { code: 'nonsense' })).status).toBe(401);
    expect((await withoutFactor(person, { password: person.password })).status).toBe(200);
    expect((await login(person)).status).toBe(200);
    expect(problemOf(await withoutFactor(person, { code: codes[0] }))).toEqual([409, 'not-possible-now']);
  });
});
