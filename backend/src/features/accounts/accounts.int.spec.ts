import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestProduct, type TestProduct } from '../../platform/testing/test-product.js';
import { until } from '../../platform/testing/until.js';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
}, 60_000);
afterAll(() => product?.close(), 30_000);

const refresh = (cookie: string, headers: Record<string, string> = {}) =>
  product.post('/api/v1/auth/refresh', {}, { authorization: '', cookie, ...headers });
const cookieOf = (answer: { headers: Headers }) => answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';

describe('an account', () => {
  it('is registered, signed in and known by name, with a workspace of its own', async () => {
    const anna = await product.signUp('Anna');
    const me = await product.get('/api/v1/me', anna.as);
    expect(me.status).toBe(200);
    expect(me.body).toMatchObject({
      email: 'anna@example.com',
      name: 'Anna',
      isVerified: false,
      isOperator: false,
      workspace: { id: anna.workspaceId, role: 'owner' },
    });
    expect(anna.workspaceId).not.toBe(product.owner.workspaceId);
  });

  it('confirms its address with the link that was mailed, once or again', async () => {
    const ben = await product.signUp('Ben');
    const mail = await until('the mail', () => product.mails.find(({ to }) => to === ben.email));
    const token = /token=(\S+)/.exec(mail.text)?.[1];
    for (let time = 0; time < 2; time += 1) {
      const answer = await product.post('/api/v1/auth/verify-email', { token }, { authorization: '' });
      expect(answer.status).toBe(200);
    }
    const me = await product.get('/api/v1/me', ben.as);
    expect(me.body).toMatchObject({ isVerified: true });
    const forged = await product.post(
      '/api/v1/auth/verify-email',
      { token: `${token}x` },
      { authorization: '' },
    );
    expect(forged.status).toBe(400);
  });

  it('has the link sent again as long as the address is not proved', async () => {
    const berta = await product.signUp('Berta');
    const mailsTo = () => product.mails.filter(({ to }) => to === berta.email);
    await until('the first mail', () => mailsTo().length === 1);
    expect((await product.post('/api/v1/me/email-proof', {}, berta.as)).status).toBe(202);
    await until('the second mail', () => mailsTo().length === 2);
    const token = /token=(\S+)/.exec(mailsTo()[1]?.text ?? '')?.[1];
    expect((await product.post('/api/v1/auth/verify-email', { token }, { authorization: '' })).status).toBe(
      200,
    );
    await product.post('/api/v1/me/email-proof', {}, berta.as);
    const events = await product.recorded();
    expect(events.filter(({ type }) => type === 'account.EmailProofRequested.v1')).toHaveLength(1);
  });

  it('registered twice is one account; its owner is told, the stranger is not', async () => {
    const carla = await product.signUp('Carla');
    const again = { email: 'CARLA@example.com ', password: 'another password', name: 'Mallory' };
    const answer = await product.post('/api/v1/auth/register', again, { authorization: '' });
    expect([answer.status, answer.body]).toEqual([201, { status: 'check-your-mail' }]);
    await until('the mail', () =>
      product.mails.find(({ to, subject }) => to === carla.email && /already/.test(subject)),
    );
    const signIn = { email: carla.email, password: again.password };
    expect((await product.post('/api/v1/auth/login', signIn, { authorization: '' })).status).toBe(401);
  });

  it('leaves no readable trace of its person in the log', async () => {
    const dora = await product.signUp('Dora Canary');
    const events = JSON.stringify((await product.recorded()).map(({ data, metadata }) => [data, metadata]));
    expect(events).toContain(dora.id);
    for (const secret of ['Dora', 'dora-canary', dora.password, '127.0.0.1'])
      expect(events).not.toContain(secret);
  });

  it('gets another password by a mailed link that works once, and every device is signed out', async () => {
    const emil = await product.signUp('Emil');
    for (const email of [emil.email, 'nobody@example.com'])
      expect(
        (await product.post('/api/v1/auth/request-reset', { email }, { authorization: '' })).status,
      ).toBe(202);
    const mail = await until('the mail', () =>
      product.mails.find(({ to, subject }) => to === emil.email && /new password/.test(subject)),
    );
    const token = /token=(\S+)/.exec(mail.text)?.[1];
    const password = 'a quite different password';
    const reset = () =>
      product.post('/api/v1/auth/reset-password', { token, password }, { authorization: '' });
    expect((await reset()).status).toBe(200);
    expect((await reset()).status).toBe(400);
    expect((await refresh(emil.cookie)).status).toBe(401);
    const signIn = await product.post(
      '/api/v1/auth/login',
      { email: emil.email, password },
      { authorization: '' },
    );
    expect(signIn.status).toBe(200);
  });
});

describe('a request id that clients choose', () => {
  it('names no event: two requests that give themselves the same one are two events', async () => {
    const ines = await product.signUp('Ines');
    const sameId = { 'x-request-id': 'the-same-request-id' };
    for (const name of ['Inès', 'Agnès']) {
      const answer = await product.ask('/api/v1/me', {
        method: 'PATCH',
        body: JSON.stringify({ name }),
        headers: { 'content-type': 'application/json', ...ines.as, ...sameId },
      });
      expect([answer.status, answer.headers.get('x-request-id')]).toEqual([200, 'the-same-request-id']);
    }
    expect((await product.get('/api/v1/me', ines.as)).body).toMatchObject({ name: 'Agnès' });
    const renamed = (await product.recorded()).filter(
      ({ type, data }) => type === 'account.NameChanged.v1' && data.accountId === ines.id,
    );
    expect(new Set(renamed.map(({ id }) => id)).size).toBe(2);
    expect(renamed.map(({ metadata }) => metadata.correlationId)).toEqual(
      Array(2).fill('the-same-request-id'),
    );
  });
});

describe('a refresh token', () => {
  it('is good once; used again it ends the session of both who have it, and leaves an event', async () => {
    const fred = await product.signUp('Fred');
    const first = await refresh(fred.cookie);
    expect(first.status).toBe(200);
    expect(first.headers.getSetCookie()[0]).toMatch(/HttpOnly; Secure; SameSite=Strict/);
    const reused = await refresh(fred.cookie);
    expect(reused.status).toBe(401);
    expect((await refresh(cookieOf(first))).status).toBe(401);
    const ended = (await product.recorded()).filter(({ type }) => type === 'account.SessionEnded.v1');
    expect(ended.filter(({ data }) => 'accountId' in data && data.accountId === fred.id)).toMatchObject([
      { data: { why: 'token-reused' } },
    ]);
    await until('the gate to hear of it', async () =>
      (await product.get('/api/v1/me', fred.as)).status === 401 ? true : undefined,
    );
  });

  it('is not taken from another site', async () => {
    const gina = await product.signUp('Gina');
    expect((await refresh(gina.cookie, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await refresh(gina.cookie, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect(
      (await refresh(gina.cookie, { origin: product.url, 'sec-fetch-site': 'same-origin' })).status,
    ).toBe(200);
  });
});

describe('the gate', () => {
  it('asks for a sign-in before it reads a body', async () => {
    const answer = await product.ask('/api/v1/observations', {
      method: 'POST',
      body: 'no json',
      headers: { 'content-type': 'application/json' },
    });
    expect([answer.status, answer.body['type']]).toEqual([
      401,
      'urn:digitallz-keywords:problem:sign-in-needed',
    ]);
    const empty = await product.ask('/api/v1/tracked-keywords/x', {
      method: 'DELETE',
      headers: { 'content-type': 'application/json' },
    });
    expect(empty.status).toBe(401);
  });

  it('keeps operations to operators', async () => {
    const hans = await product.signUp('Hans');
    expect((await product.get('/api/v1/projections', hans.as)).status).toBe(403);
    expect((await product.get('/api/v1/projections')).status).toBe(200);
  });
});
