import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApi } from '../../api.js';
import type { Config } from '../config/config.js';
import { jsonLog } from '../observability/log.js';
import { startTestProduct, type TestProduct } from '../testing/test-product.js';
import { CONFIG } from '../tokens.js';

const SHOP = 'https://shop.example.com';

let product: TestProduct;
let listed: NestFastifyApplication;
let open: NestFastifyApplication;
beforeAll(async () => {
  product = await startTestProduct();
  const config = product.app.get<Config>(CONFIG);
  const withOrigins = async (origins: readonly string[]) => {
    const app = await createApi({
      config: { ...config, CORS_ORIGINS: origins },
      log: jsonLog(() => undefined),
    });
    await app.init();
    return app;
  };
  listed = await withOrigins([SHOP, 'https://tools.example.com']);
  open = await withOrigins(['*']);
}, 60_000);
afterAll(async () => {
  await listed?.close();
  await open?.close();
  await product?.close();
}, 30_000);

const preflight = (app: NestFastifyApplication, origin: string, url = '/api/v1/tracked-keywords') =>
  app.inject({
    method: 'OPTIONS',
    url,
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization',
    },
  });

describe('pages of other origins', () => {
  it('are allowed where they are listed, before anybody signs in', async () => {
    const { statusCode, headers, payload } = await preflight(listed, SHOP);
    expect([statusCode, payload]).toEqual([204, '']);
    expect(headers).toMatchObject({
      'access-control-allow-origin': SHOP,
      'access-control-allow-methods': expect.stringContaining('DELETE'),
      'access-control-allow-headers': expect.stringContaining('Authorization'),
      vary: 'Origin',
    });
    expect(headers['access-control-allow-credentials']).toBeUndefined();
  });

  it('read the answer of what they ask then, and how much they may still ask', async () => {
    const { statusCode, headers } = await listed.inject({
      method: 'GET',
      url: '/api/v1/me',
      headers: { origin: SHOP, ...product.owner.as },
    });
    expect([statusCode, headers['access-control-allow-origin']]).toEqual([200, SHOP]);
    expect(headers['access-control-expose-headers']).toContain('RateLimit');
    const nobody = await listed.inject({ method: 'GET', url: '/api/v1/me', headers: { origin: SHOP } });
    expect([nobody.statusCode, nobody.headers['access-control-allow-origin']]).toEqual([401, SHOP]);
  });

  it.each([
    'https://evil.example',
    'https://shop.example.com.evil.example',
    'http://shop.example.com',
    'null',
  ])('are not where they are not: %s', async (origin) => {
    const answer = await preflight(listed, origin);
    expect([answer.statusCode, answer.headers['access-control-allow-origin']]).toEqual([404, undefined]);
  });

  it('are all allowed by *, and none of them with credentials', async () => {
    const { statusCode, headers } = await preflight(open, 'https://anybody.example');
    expect([statusCode, headers['access-control-allow-origin']]).toEqual([204, '*']);
    expect(headers['access-control-allow-credentials']).toBeUndefined();
    const refresh = await open.inject({
      method: 'POST',
      url: '/api/v1/auth/refresh',
      headers: { origin: 'https://anybody.example', cookie: product.owner.cookie },
    });
    expect(refresh.statusCode).toBe(403);
  });

  it('are never allowed outside the API, nor where nothing is configured', async () => {
    const health = await preflight(listed, SHOP, '/health/live');
    expect(health.headers['access-control-allow-origin']).toBeUndefined();
    const unconfigured = await preflight(product.app, SHOP);
    expect([unconfigured.statusCode, unconfigured.headers['access-control-allow-origin']]).toEqual([
      404,
      undefined,
    ]);
  });
});
