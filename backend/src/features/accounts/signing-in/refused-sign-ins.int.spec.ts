import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startTestProduct, type TestProduct } from '../../../platform/testing/test-product.js';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
}, 60_000);
afterAll(() => product?.close(), 30_000);

const login = (email: string, password: string, requestId: string) =>
  product.post('/api/v1/auth/login', { email, password }, { authorization: '', 'x-request-id': requestId });
const linesOf = (requestId: string) =>
  product.logged.filter(
    ({ message, ...fields }) => message === 'a sign-in was refused' && fields['requestId'] === requestId,
  );

it('a wrong sign-in is one line of the log: which request, whose account if anybody’s, and from where by a fingerprint', async () => {
  const { id, email, password } = await product.signUp('Wanda Canary');
  const refused = (why: string) => ({
    level: 'warn',
    why,
    how: 'password',
    from: expect.stringMatching(/^[\w-]{22}$/),
  });
  expect((await login(email, 'not her password', 'wrong-password-1')).status).toBe(401);
  expect(linesOf('wrong-password-1')).toEqual([
    expect.objectContaining({ ...refused('wrong-password'), accountId: id }),
  ]);
  expect((await login('nobody-canary@example.com', 'whatever it is', 'no-such-account-1')).status).toBe(401);
  const [unknown] = linesOf('no-such-account-1');
  expect(unknown).toMatchObject(refused('no-such-account'));
  expect(unknown).not.toHaveProperty('accountId');
  expect((await login(email, password, 'right-password-1')).status).toBe(200);
  expect(linesOf('right-password-1')).toEqual([]);
});

it('too many of them are lines, too, and no line holds an address that was typed or called from', async () => {
  for (let time = 0; time < 12; time += 1)
    await login('guessed-canary@example.com', 'the guess of a canary', `guess-number-${time}`);
  expect(linesOf('guess-number-11')).toMatchObject([{ why: 'too-many' }]);
  const lines = product.logged.map((line) => JSON.stringify(line)).join('\n');
  expect(lines).toContain('a sign-in was refused');
  for (const text of ['canary', '@example.com', '127.0.0.1', '::1'])
    expect(lines.toLowerCase()).not.toContain(text);
});
