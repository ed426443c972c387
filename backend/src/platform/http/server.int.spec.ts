import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { buildOpenApiDocument } from '../../openapi-document.js';
import { RoutePermissions } from '../security/route-permissions.js';
import { startTestProduct, type TestProduct } from '../testing/test-product.js';
import { createAdapter } from './server.js';

let product: TestProduct;
let dashboard: string;
beforeAll(async () => {
  dashboard = mkdtempSync(join(tmpdir(), 'dashboard-'));
  mkdirSync(join(dashboard, 'i18n'));
  writeFileSync(join(dashboard, 'index.html'), '<!doctype html><title>the dashboard</title>');
  writeFileSync(join(dashboard, 'main-ABCD1234.js'), 'export {};');
  writeFileSync(join(dashboard, 'i18n', 'fr.json'), '{}');
  product = await startTestProduct({ dashboardFolder: dashboard });
}, 60_000);
afterAll(async () => {
  await product?.close();
  rmSync(dashboard, { recursive: true, force: true });
}, 30_000);

describe('the dashboard', () => {
  it.each(['/', '/keywords/8c0d', '/keywords?query=planner'])('is the page at %s', async (path) => {
    const answer = await product.get(path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      expect.stringContaining('text/html'),
    ]);
    expect(answer.text).toContain('the dashboard');
    expect(answer.headers.get('cache-control')).toBe('no-cache');
  });

  it('keeps files whose names hold a hash for a year, and no others', async () => {
    expect((await product.get('/main-ABCD1234.js')).headers.get('cache-control')).toContain('immutable');
    expect((await product.get('/i18n/fr.json')).headers.get('cache-control')).toBe('no-cache');
  });

  it.each(['/api/v1/nothing', '/api/nothing', '/missing.js', '/health/nothing'])(
    'is not the page at %s',
    async (path) => {
      const answer = await product.get(path);
      expect([answer.status, answer.body['type']]).toEqual([404, 'urn:digitallz-keywords:problem:not-found']);
    },
  );

  it.each(['/../../package.json', '/%2e%2e/%2e%2e/package.json', '/..%2f..%2fpackage.json'])(
    'gives no file outside its folder: %s',
    async (path) => {
      expect((await product.get(path)).text).not.toContain('"dependencies"');
    },
  );
});

describe('every answer', () => {
  it.each(['/', '/api/v1/status', '/api/v1/nothing', '/api/docs', '/health/live', '/api/v1/%E0%A4%A'])(
    'of %s carries the security headers',
    async (path) => {
      const { headers } = await product.get(path);
      expect(headers.get('content-security-policy')).toContain("default-src 'self'");
      expect(headers.get('content-security-policy')).toContain("script-src 'self';");
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect(headers.get('x-request-id')).toMatch(/^[\w-]{8,64}$/);
    },
  );

  it("carries the caller's request id where it is one, else a new one", async () => {
    const ask = async (id: string) =>
      (await product.get('/api/v1/status', { 'x-request-id': id })).headers.get('x-request-id');
    expect(await ask('trace-0001')).toBe('trace-0001');
    expect(await ask('<script>')).not.toBe('<script>');
  });
});

describe('a request without a body', () => {
  it('may name a type all the same', async () => {
    const headers = { 'content-type': 'application/json', ...product.owner.as };
    const path = '/api/v1/tracked-keywords/00000000-0000-4000-8000-000000000000';
    expect((await product.ask(path, { method: 'DELETE', headers })).status).toBe(404);
    const empty = await product.ask('/api/v1/tracked-keywords', { method: 'POST', headers });
    expect(empty.status).toBe(400);
    expect(empty.body.errors?.map((error) => error.path)).toEqual(['keyword', 'marketplace', 'country']);
  });
});

describe('reads', () => {
  it('have an ETag, and are not sent again to whoever has them', async () => {
    const first = await product.get('/api/v1/status');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]+"$/);
    const again = await product.get('/api/v1/status', { 'if-none-match': etag });
    expect([again.status, again.text]).toEqual([304, '']);
    expect((await product.get('/api/v1/status', { 'if-none-match': '"other"' })).status).toBe(200);
  });
});

describe('the API document', () => {
  it('is served as OpenAPI 3.1, the same as is built without servers', async () => {
    const answer = await product.get('/api/openapi.json');
    expect(answer.body['openapi']).toBe('3.1.0');
    expect(answer.body).toEqual(JSON.parse(JSON.stringify(await buildOpenApiDocument())));
  });

  it('describes what every route answers, problems among it', async () => {
    const { paths } = await buildOpenApiDocument();
    for (const [path, methods] of Object.entries(paths))
      for (const [method, operation] of Object.entries(
        methods as Record<string, { responses?: object; summary?: string }>,
      )) {
        expect([path, operation.summary]).toEqual([path, expect.any(String)]);
        expect([path, Object.keys(operation.responses ?? {})]).toEqual([
          path,
          // What is good is told, or shown elsewhere.
          expect.arrayContaining([expect.stringMatching(/^2|^302/)]),
        ]);
        if (path.startsWith('/api/') && method === 'get' && !path.endsWith('/live'))
          expect([path, Object.keys(operation.responses ?? {})]).toEqual([
            path,
            expect.arrayContaining(['304']),
          ]);
        if (path.startsWith('/api/')) expect(Object.keys(operation.responses ?? {})).toContain('400');
      }
  });

  it('can be read as a page', async () => {
    const answer = await product.get('/api/docs');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      expect.stringContaining('text/html'),
    ]);
    expect(answer.text).not.toMatch(/<script>[^<]/);
  });
});

@Controller('silent')
class SilentController {
  @Get()
  silence(): string {
    return '';
  }
}

describe('a route that does not say who may call it', () => {
  it('keeps the program from starting, and is named', async () => {
    class SilentModule {}
    const silent = {
      module: SilentModule,
      imports: [DiscoveryModule],
      controllers: [SilentController],
      providers: [RoutePermissions],
    };
    const app = await NestFactory.create(silent, createAdapter(), { logger: false, abortOnError: false });
    await expect(app.init()).rejects.toThrow(/SilentController\.silence/);
    await app.close();
  });
});

describe('a fault of ours', () => {
  it('is told by a number alone and logged once with it', async () => {
    await product.breakTable('tracked-keywords', 'tracked_keywords');
    const answer = await product.get('/api/v1/tracked-keywords');
    expect(answer.status).toBe(500);
    expect(answer.text).not.toMatch(/relation|select|\.[tj]s/);
    const told = product.logged.filter((line) => line['level'] === 'error');
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ requestId: answer.body['requestId'], route: '/api/v1/tracked-keywords' });
  });
});
