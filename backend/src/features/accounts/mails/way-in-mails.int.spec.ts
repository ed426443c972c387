import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import { startTestProduct, type TestProduct } from '../../../platform/testing/test-product.js';
import { until } from '../../../platform/testing/until.js';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
}, 60_000);
afterAll(() => product?.close(), 30_000);

const PATH = '/api/v1/me/second-factor';

it.each([
  [
    'en',
    'Hello Rosa',
    ['Signing in asks for a code now', 'You have new recovery codes', 'Signing in asks for no code any more'],
  ],
  [
    'fr',
    'Bonjour Rosa',
    [
      'La connexion demande maintenant un code',
      'Vous avez de nouveaux codes de secours',
      'La connexion ne demande plus de code',
    ],
  ],
])(
  'the owner hears when the second factor is switched on, its codes renewed, and it is switched off (%s)',
  async (locale, greeting, subjects) => {
    const email = `rosa-${locale}@example.com`;
    const password = 'the password of Rosa';
    const nobody = { authorization: '' };
    await product.post('/api/v1/auth/register', { email, password, name: 'Rosa', locale }, nobody);
    const signedIn = await product.post('/api/v1/auth/login', { email, password }, nobody);
    const as = { authorization: `Bearer ${String(signedIn.body['accessToken'])}` };

    const begun = await product.post(PATH, {}, as);
    const authenticator = new TOTP({ secret: Secret.fromBase32(String(begun.body['secret'])) });
    const confirmed = await product.post(`${PATH}/confirm`, { code: authenticator.generate() }, as);
    const [code] = confirmed.body['recoveryCodes'] as string[];
    expect((await product.post(`${PATH}/recovery-codes`, { code }, as)).status).toBe(200);
    const off = await product.ask(PATH, {
      method: 'DELETE',
      body: JSON.stringify({ password }),
      headers: { 'content-type': 'application/json', ...as },
    });
    expect(off.status).toBe(200);

    // The first is the link that proves the address.
    const mails = () => product.mails.filter(({ to }) => to === email).slice(1);
    await until('the mails', () => mails().length === 3);
    expect(mails().map(({ subject }) => subject)).toEqual(subjects);
    for (const { text } of mails()) {
      expect(text).toContain(greeting);
      expect(text).toMatch(/http:\/\/keywords\.test\/reset-password\?token=\S+/);
    }
  },
);
