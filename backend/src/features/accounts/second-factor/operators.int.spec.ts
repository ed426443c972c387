import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import { createApi } from '../../../api.js';
import type { Config } from '../../../platform/config/config.js';
import { jsonLog } from '../../../platform/observability/log.js';
import { startTestProduct, type TestProduct } from '../../../platform/testing/test-product.js';
import { until } from '../../../platform/testing/until.js';
import { CONFIG } from '../../../platform/tokens.js';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
}, 60_000);
afterAll(() => product?.close(), 30_000);

it('who runs the platform needs a second factor, unless the installation says otherwise or shows the demo', async () => {
  const { OPERATORS_NEED_SECOND_FACTOR: _off, ...config } = product.app.get<Config>(CONFIG);
  const log = jsonLog(() => undefined);
  const strict = await createApi({ config, log });
  const demo = await createApi({ config: { ...config, DEMO: true }, log });
  try {
    const { as } = product.owner;
    const ask = (app: typeof strict, url = '/api/v1/projections') =>
      app.inject({ method: 'GET', url, headers: as });
    for (const app of [strict, demo]) await app.init();
    const refused = await ask(strict);
    expect([refused.statusCode, refused.json<{ detail: string }>().detail]).toEqual([
      403,
      'Those who run the platform need a second factor. Switch it on in your profile, then try again.',
    ]);
    expect((await ask(strict, '/api/v1/me')).statusCode).toBe(200);
    expect((await ask(demo)).statusCode).toBe(200);
    expect((await product.get('/api/v1/projections')).status).toBe(200);

    const begun = await product.post('/api/v1/me/second-factor', {});
    const code = new TOTP({ secret: Secret.fromBase32(String(begun.body['secret'])) }).generate();
    expect((await product.post('/api/v1/me/second-factor/confirm', { code })).status).toBe(200);
    await until('the gate to hear of it', async () => (await ask(strict)).statusCode === 200);
  } finally {
    for (const app of [strict, demo]) await app.close();
  }
}, 60_000);
