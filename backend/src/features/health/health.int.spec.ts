import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PROGRAMS, signOfLifeOf } from '../../../contracts/values/program.js';
import { giveSignsOfLife } from '../../platform/observability/signs-of-life.js';
import { startTestProduct, type TestProduct } from '../../platform/testing/test-product.js';
import { until } from '../../platform/testing/until.js';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct({ config: { DEMO: true } });
}, 60_000);
afterAll(async () => {
  await product?.close();
}, 30_000);

const seeded = () =>
  product.eventLog.append('demoSeed-1', 'no-stream', [
    {
      id: '0b7c1b52-7f2e-4a34-9a56-3f3d1c7a9e01',
      type: 'collection.DemoSeeded.v1',
      data: { keywords: 500, observations: 156_000 },
      metadata: {
        correlationId: 'seed', causationId: 'seed', occurredAt: '2026-03-14T09:30:00.000Z', actor: 'seed', producer: 'spec',
      },
    },
  ]); // prettier-ignore

describe('health', () => {
  it('is live as soon as the process answers', async () => {
    const answer = await product.get('/health/live');
    expect([answer.status, answer.body]).toEqual([200, { status: 'ok' }]);
  });

  it("is ready only once the demo's past is projected, and says what is missing until then", async () => {
    const before = await product.get('/health/ready');
    expect(before.status).toBe(503);
    expect(before.body).toMatchObject({
      type: 'urn:digitallz-keywords:problem:not-ready',
      detail: expect.stringContaining('demo'),
    });
    await seeded();
    const after = await until('readiness', async () => {
      const answer = await product.get('/health/ready');
      return answer.status === 200 && answer;
    });
    expect(after.body).toEqual({ status: 'ok' });
  });
});

describe('programs that were expected', () => {
  it('are missed by name while they give no sign of life', async () => {
    const expecting = await startTestProduct({ config: { EXPECTED_PROGRAMS: PROGRAMS } });
    try {
      const missed = async () => {
        const { status, body } = await expecting.get('/health/ready');
        return status === 200
          ? []
          : PROGRAMS.filter((name) => String(body['detail']).includes(`the ${name} gives`));
      };
      expect(await missed()).toEqual(['projector', 'reactor', 'crawler']);
      const { queueConnection: redis } = expecting;
      const ends = PROGRAMS.map((program) => giveSignsOfLife(redis, program));
      await until('all live', async () => (await missed()).length === 0);
      // The reactor is killed, and time goes by.
      ends[1]?.();
      await redis.pexpire(signOfLifeOf('reactor'), 1);
      await until('it is missed', async () => (await missed()).includes('reactor'));
      expect(await missed()).toEqual(['reactor']);
      const ttls = await Promise.all(PROGRAMS.map((program) => redis.pttl(signOfLifeOf(program))));
      expect(Math.max(...ttls)).toBeLessThanOrEqual(12_000);
      for (const end of ends) end();
    } finally {
      await expecting.close();
    }
  }, 60_000);
});

describe('operations', () => {
  it('says what this installation is', async () => {
    expect((await product.get('/api/v1/status')).body).toEqual({
      marketplaces: 'sandbox',
      demo: true,
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    });
  });

  it('counts requests by route in the Prometheus format', async () => {
    await product.get('/api/v1/status');
    const { text, headers } = await product.get('/metrics');
    expect(headers.get('content-type')).toContain('text/plain; version=0.0.4');
    expect(text).toMatch(/^http_requests_total\{method="GET",route="\/api\/v1\/status",status="200"\} \d+$/m);
    expect(text).toMatch(/^looks_queue_jobs\{state="waiting"\} \d+$/m);
    expect(text).toMatch(/^http_request_duration_seconds_bucket\{.*le="\+Inf"\} \d+$/m);
  });
});

describe('an event store that does not answer', () => {
  it('makes writes and readiness unavailable for now, while reads go on', async () => {
    await product.stopFollowing();
    await product.stopEventStore();
    const body = { keyword: 'in vain', marketplace: 'etsy', country: 'US' };
    const write = await product.post('/api/v1/tracked-keywords', body);
    expect([write.status, write.body['type']]).toEqual([503, 'urn:digitallz-keywords:problem:unavailable']);
    expect(write.headers.get('retry-after')).toMatch(/^\d+$/);
    const ready = await product.get('/health/ready');
    expect([ready.status, ready.body['detail']]).toEqual([503, expect.stringContaining('event store')]);
    expect((await product.get('/health/live')).status).toBe(200);
    expect((await product.get('/api/v1/tracked-keywords')).status).toBe(200);
  }, 30_000);
});
