import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestProduct, type Answer, type TestProduct } from '../platform/testing/test-product.js';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct({ config: { REQUEST_LIMIT_FACTOR: 100 } });
}, 60_000);
afterAll(() => product?.close(), 30_000);

const NOBODY = { authorization: '' };
const good = { email: 'mia@example.com', password: 'a long enough password', name: 'Mia' };
const register = (changes: Partial<typeof good>) =>
  product.post('/api/v1/auth/register', { ...good, ...changes }, NOBODY);
const signIn = (changes: Partial<typeof good>) => {
  const { email, password } = { ...good, ...changes };
  return product.post('/api/v1/auth/login', { email, password }, NOBODY);
};
const rename = (name: string) =>
  product.ask('/api/v1/me', {
    method: 'PATCH',
    body: JSON.stringify({ name }),
    headers: { ...product.owner.as, 'content-type': 'application/json' },
  });
const refused = ({ status, body }: Answer) => [status, body.errors?.map(({ path }) => path)];

describe('passwords', () => {
  it.each([
    ['1 character', 'x'],
    ['9 characters', 'x'.repeat(9)],
    ['100,000 characters', 'x'.repeat(100_000)],
    ['100,000 characters of four bytes', '🎉'.repeat(100_000)],
    ['no character', ''],
  ])('of %s open no account, and are refused at once', async (_what, password) => {
    const begun = performance.now();
    expect(refused(await register({ password }))).toEqual([400, ['password']]);
    expect(performance.now() - begun).toBeLessThan(2_000);
  });

  it('of 1 character sign nobody in, and of 100,000 are not hashed', async () => {
    expect((await signIn({ email: product.owner.email, password: 'x' })).status).toBe(401);
    expect(refused(await signIn({ email: product.owner.email, password: 'x'.repeat(100_000) }))).toEqual([
      400,
      ['password'],
    ]);
  });

  it('are the same however an accent was typed', async () => {
    const composed = { email: 'zoe@example.com', password: 'caf\u00e9 au lait \u00e0 dix', name: 'Zo\u00e9' };
    expect((await register(composed)).status).toBe(201);
    const typed = { ...composed, password: composed.password.normalize('NFD') };
    expect(typed.password).not.toBe(composed.password);
    expect((await signIn(typed)).status).toBe(200);
  });
});

describe('addresses', () => {
  it.each([
    ['with a Cyrillic а', 'test-owner@ex\u0430mple.com'],
    ['with a Cyrillic а before the @', '\u0430nna@example.com'],
    ['in full width', 'ａnna@example.com'],
    ['with a dotless i', 'm\u0131a@example.com'],
    ['with a Kelvin sign', '\u212Aim@example.com'],
    ['with a zero-width space', 'anna\u200b@example.com'],
    ['with a right-to-left mark', 'anna\u202e@example.com'],
    ['with a line break and a header', 'anna@example.com\r\nBcc: everybody@example.com'],
    ['of two people', 'anna@example.com,ben@example.com'],
    ['with a name', 'Anna <anna@example.com>'],
    ['with a quoted space', '"anna b"@example.com'],
    ['of a number', 'anna@[127.0.0.1]'],
    ['with NUL', 'anna\u0000@example.com'],
  ])('%s are refused wherever one is taken', async (_what, email) => {
    expect(refused(await register({ email }))).toEqual([400, ['email']]);
    expect(refused(await signIn({ email }))).toEqual([400, ['email']]);
    expect(refused(await product.post('/api/v1/auth/request-reset', { email }, NOBODY))).toEqual([
      400,
      ['email'],
    ]);
  });

  it('in other letters of the same alphabet are the same address', async () => {
    const { email, password } = product.owner;
    expect((await signIn({ email: ` ${email.toUpperCase()} `, password })).status).toBe(200);
  });
});

describe('names', () => {
  it.each([
    ['a line break and a header', 'Anna\r\nBcc: everybody@example.com'],
    ['a bare line feed', 'Anna\nSubject: free money'],
    ['a line separator', 'Anna\u2028Bcc: everybody@example.com'],
    ['an escape sequence', 'Anna\u001b[2J'],
    ['text that runs backwards', 'Anna\u202etxt.exe'],
    ['NUL', 'An\u0000na'],
    ['nothing but blanks', '   '],
    ['101 characters', 'x'.repeat(101)],
  ])('with %s are refused, and no mail is sent', async (_what, name) => {
    const before = product.mails.length;
    expect(refused(await register({ email: 'nora@example.com', name }))).toEqual([400, ['name']]);
    expect(refused(await rename(name))).toEqual([400, ['name']]);
    expect(product.mails).toHaveLength(before);
  });

  it('in any script are taken', async () => {
    for (const name of ['Zoë Ångström', '山田太郎', 'محمد', 'O’Brien 🎉'])
      expect((await rename(name)).status).toBe(200);
  });
});

describe('other people’s things', () => {
  it('look to a stranger as if they were not there, and stay as they are', async () => {
    const stranger = await product.signUp('Stranger');
    const wanted = { keyword: 'our planner', marketplace: 'etsy', country: 'US' };
    const tracked = (await product.post('/api/v1/tracked-keywords', wanted)).body;
    const { keyword, country } = wanted;
    const crawl = (await product.post('/api/v1/crawls', { keyword, country, marketplaces: ['etsy'] })).body;
    const remove = (id: string, who: { authorization: string }) =>
      product.ask(`/api/v1/tracked-keywords/${id}`, { method: 'DELETE', headers: who });
    const read = (id: string) =>
      product.get(`/api/v1/crawls/${id}?minPosition=${String(crawl['position'])}`, stranger.as);
    const unknown = '5c1f0e2d-7a6b-4c3d-9e8f-0a1b2c3d4e5f';
    const said = ({ text }: Answer, id: string) =>
      text.replaceAll(id, 'the id').replace(/"requestId":"[^"]+"/, '');
    for (const [id, mine, none] of [
      [
        String(tracked['id']),
        await remove(String(tracked['id']), stranger.as),
        await remove(unknown, stranger.as),
      ],
      [String(crawl['id']), await read(String(crawl['id'])), await read(unknown)],
    ] as const) {
      expect([mine.status, none.status]).toEqual([404, 404]);
      expect(said(mine, id)).toBe(said(none, unknown));
    }
    const list = (who: { authorization: string }) =>
      product.get(`/api/v1/tracked-keywords?minPosition=${String(tracked['position'])}`, who);
    expect((await list(stranger.as)).body.items).toEqual([]);
    expect((await list(product.owner.as)).body.items).toMatchObject([{ id: tracked['id'] }]);
  });
});
