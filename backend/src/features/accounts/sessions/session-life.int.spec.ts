import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { MikroORM } from '@mikro-orm/postgresql';
import { rows } from '../../../../following/database/database.js';
import { startTestProduct, type TestProduct } from '../../../platform/testing/test-product.js';
import { until } from '../../../platform/testing/until.js';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
}, 60_000);
afterAll(() => product?.close(), 30_000);

const refresh = (cookie: string) => product.post('/api/v1/auth/refresh', {}, { authorization: '', cookie });
const beganBefore = (accountId: string, span: string) =>
  rows(
    product.app.get(MikroORM),
    'update security.sessions set started_at = now() - $2::interval where account_id = $1',
    [accountId, span],
  );

it('a session that is used every day ends 90 days after its sign-in all the same, and signing in begins another', async () => {
  const { id, email, password, cookie, as } = await product.signUp('Quinn');
  await beganBefore(id, '89 days 23 hours');
  const refreshed = await refresh(cookie);
  expect(refreshed.status).toBe(200);
  const next = refreshed.headers.getSetCookie()[0]?.split(';')[0] ?? '';

  await beganBefore(id, '90 days');
  expect((await refresh(next)).status).toBe(401);
  await until('the gate to hear of it', async () => (await product.get('/api/v1/me', as)).status === 401);

  const again = await product.post('/api/v1/auth/login', { email, password }, { authorization: '' });
  const authorization = `Bearer ${String(again.body['accessToken'])}`;
  const devices = await product.get('/api/v1/me/sessions', { authorization });
  expect(devices.body.items).toMatchObject([{ isThis: true }]);
});
