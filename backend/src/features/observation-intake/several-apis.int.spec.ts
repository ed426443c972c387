import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApi } from '../../api.js';
import type { Config } from '../../platform/config/config.js';
import { jsonLog } from '../../platform/observability/log.js';
import { startTestProduct, type TestProduct } from '../../platform/testing/test-product.js';
import { CONFIG } from '../../platform/tokens.js';

interface IntakeAnswer {
  readonly accepted: number;
  readonly duplicates: number;
}

let product: TestProduct;
let other: NestFastifyApplication;
let addresses: string[];
beforeAll(async () => {
  product = await startTestProduct();
  const config = product.app.get<Config>(CONFIG);
  other = await createApi({ config, log: jsonLog(() => undefined) });
  await other.listen(0, '127.0.0.1');
  addresses = [product.url, await other.getUrl()];
}, 60_000);
afterAll(async () => {
  await other?.close();
  await product?.close();
}, 30_000);

let made = 0;
const figure = (value = 100) => ({
  keyword: `shared keyword ${(made += 1)}`,
  marketplace: 'etsy',
  country: 'US',
  observedAt: '2026-03-14T09:30:00Z',
  source: 'a keyword tool',
  metrics: { searchVolume: { value, relation: 'eq', kind: 'reported' } },
});
type Figure = ReturnType<typeof figure>;

async function post(api: number, observations: readonly Figure[], key?: string): Promise<IntakeAnswer> {
  const answer = await fetch(`${addresses[api]}/api/v1/observations`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...product.owner.as,
      ...(key && { 'idempotency-key': key }),
    },
    body: JSON.stringify({ observations }),
  });
  expect(answer.status).toBe(202);
  return (await answer.json()) as IntakeAnswer;
}
const recordedOf = async (figures: readonly Figure[]) => {
  const keywords = new Set(figures.map(({ keyword }) => keyword));
  return (await product.recorded()).filter(
    (event) => 'keyword' in event.data && keywords.has(event.data.keyword),
  );
};
const sum = (answers: readonly IntakeAnswer[], what: keyof IntakeAnswer) =>
  answers.reduce((total, answer) => total + answer[what], 0);

describe('several API processes', () => {
  it('record batches that come at once and overlap only once each', async () => {
    for (let round = 0; round < 10; round += 1) {
      const [a, b, c] = [figure(), figure(), figure()];
      const answers = await Promise.all([post(0, [a, b]), post(1, [b, c]), post(0, [c]), post(1, [a])]);
      expect(sum(answers, 'accepted')).toBe(3);
      expect(await recordedOf([a, b, c])).toHaveLength(3);
    }
  });

  it('let one restatement stand on the other where both come at once', async () => {
    const one = figure(100);
    const restated = (value: number) => ({ ...one, metrics: figure(value).metrics });
    await post(0, [one]);
    const values = [200, 300, 200, 300, 200, 300];
    const answers = await Promise.all(values.map((value, i) => post(i % 2, [restated(value)])));
    const recorded = await recordedOf([one]);
    expect(recorded).toHaveLength(1 + sum(answers, 'accepted'));
    expect(new Set(recorded.map(({ id }) => id)).size).toBe(recorded.length);
  });
});

describe('a post that is repeated with its Idempotency-Key after the answer was lost', () => {
  it('is answered as the first one was, by another process, and records nothing', async () => {
    const old = figure();
    await post(0, [old]);
    const batch = [old, figure(), figure()];
    const key = randomUUID();
    const first = await post(0, batch, key);
    expect(first).toMatchObject({ accepted: 2, duplicates: 1 });

    await product.queueConnection.flushall();

    expect(await post(1, batch, key)).toEqual(first);
    expect(await recordedOf(batch)).toHaveLength(3);
  });

  it('is answered so, too, where it is too large for one append', async () => {
    const { metrics } = figure();
    const many = {
      ...metrics,
      sales: metrics.searchVolume,
      reviews: metrics.searchVolume,
      favourites: metrics.searchVolume,
    };
    const batch = Array.from({ length: 1_000 }, () => ({
      ...figure(),
      source: 'x'.repeat(100),
      metrics: many,
    }));
    const key = randomUUID();
    const first = await post(0, batch, key);
    expect(first).toMatchObject({ accepted: 1_000 });
    expect(new Set((await recordedOf(batch)).map(({ stream }) => stream)).size).toBeGreaterThan(1);
    await product.queueConnection.flushall();
    expect(await post(1, batch, key)).toEqual(first);
  });

  it('is the same crawl', async () => {
    const ask = async (api: number, key: string) => {
      const answer = await fetch(`${addresses[api]}/api/v1/crawls`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...product.owner.as, 'idempotency-key': key },
        body: JSON.stringify({ keyword: 'repeated planner', marketplaces: ['etsy'], country: 'US' }),
      });
      return (await answer.json()) as unknown;
    };
    const key = randomUUID();
    const first = await ask(0, key);
    await product.queueConnection.flushall();
    expect(await ask(1, key)).toEqual(first);
    expect(await ask(1, randomUUID())).not.toEqual(first);
  });
});
