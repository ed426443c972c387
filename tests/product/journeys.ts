import { expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { until, type Product } from './product.js';

export interface KeywordItem {
  id: string;
  keyword: string;
  marketplace: string;
  metrics: Record<string, { value: number; relation: string; kind: string; origin: string }>;
  trend: { date: string; value: number }[];
  lastFailure: { reason: string } | null;
}
interface Crawl {
  id: string;
  status: string;
  observations: number;
  failures: { marketplace: string; reason: string }[];
}
interface HistoryItem {
  type: string;
  origin: string;
  position: string;
}
interface TrendPoint {
  date: string;
  value: number | null;
  kind: string;
  reason?: string;
}
interface List<T> {
  items: T[];
  nextCursor: string | null;
}
type Running = () => Product;

const MARKETPLACES = ['amazon', 'etsy', 'ebay'];

/** A keyword that nobody can have looked up. */
export const unseen = (words: string): string => `${words} ${randomUUID().slice(0, 6)}`;

async function crawl(product: Product, keyword: string, marketplaces = MARKETPLACES): Promise<Crawl> {
  const asked = await product.call<{ id: string; position: string }>('POST', '/api/v1/crawls', {
    keyword,
    marketplaces,
    country: 'US',
  });
  expect(asked.status).toBe(202);
  return until(
    `the crawl of ${keyword} to end`,
    async () => {
      const state = await product.get<Crawl>(
        `/api/v1/crawls/${asked.body.id}?minPosition=${asked.body.position}`,
      );
      return ['finished', 'failed'].includes(state.status) ? state : undefined;
    },
    120_000,
  );
}

export const find = async (product: Product, query: string): Promise<KeywordItem[]> =>
  (await product.get<List<KeywordItem>>(`/api/v1/keywords?query=${encodeURIComponent(query)}`)).items;

const historyOf = async (product: Product, id: string): Promise<HistoryItem[]> =>
  (await product.get<List<HistoryItem>>(`/api/v1/keywords/${id}/history`)).items;

const trendOf = async (product: Product, id: string, metric: string): Promise<TrendPoint[]> =>
  (await product.get<{ points: TrendPoint[] }>(`/api/v1/keywords/${id}/trend?metric=${metric}`)).points;

/** What a script can do with the product. */
export function apiJourneys(product: Running): void {
  it('shows planners of three marketplaces with two years of weekly demand', async () => {
    const items = await find(product(), 'planner');
    expect([...new Set(items.map((item) => item.marketplace))].sort()).toEqual(['amazon', 'ebay', 'etsy']);
    for (const item of items) expect(item.trend.length).toBeGreaterThanOrEqual(100);
  });

  it('says of every number of the demo that it is made up', async () => {
    const [item] = await find(product(), 'budget planner printable');
    const metrics = Object.values(item?.metrics ?? {});
    expect(metrics.length).toBeGreaterThan(4);
    for (const metric of metrics) expect(['seed', 'sandbox']).toContain(metric.origin);
  });

  it('looks up a keyword never seen before and has it in history and trend of three marketplaces', async () => {
    const keyword = unseen('crochet narwhal');
    expect(await crawl(product(), keyword)).toMatchObject({ status: 'finished', failures: [] });
    const items = await until('three marketplaces in the list', async () => {
      const found = await find(product(), keyword);
      return found.length === 3 ? found : undefined;
    });
    for (const { id } of items) {
      const history = await historyOf(product(), id);
      expect(history.map((event) => event.type)).toContain('observation.KeywordObserved.v1');
      expect(history.every((event) => event.origin === 'sandbox')).toBe(true);
      expect((await trendOf(product(), id, 'resultCount')).at(-1)).toMatchObject({ kind: 'measured' });
    }
  }, 150_000);

  it.each([
    ['captcha', 'captcha'],
    ['truncated', 'truncated'],
    ['503', 'unavailable'],
  ])(
    'records a look that met «%s» as failed and writes no number',
    async (answer, reason) => {
      const keyword = unseen('otter sticker');
      await product().tellSandbox({ keyword, answer });
      const ended = await crawl(product(), keyword, ['ebay']);
      expect(ended.status).toBe('failed');
      expect(ended.failures.map((failure) => failure.reason)).toContain(reason);
      const item = await until(
        'the failed look in the list',
        async () => (await find(product(), keyword))[0],
      );
      expect(item).toMatchObject({ metrics: {}, lastFailure: { reason } });
      const points = await trendOf(product(), item.id, 'resultCount');
      expect(points.length).toBeGreaterThan(0);
      for (const point of points) expect(point).toMatchObject({ value: null, kind: 'failed', reason });
    },
    150_000,
  );

  it('keeps the last good value beside a look that failed after it', async () => {
    const keyword = unseen('badger bookmark');
    expect((await crawl(product(), keyword, ['ebay'])).status).toBe('finished');
    const before = await until('the good look', async () => (await find(product(), keyword))[0]);
    await product().tellSandbox({ keyword, answer: 'captcha' });
    await crawl(product(), keyword, ['ebay']);
    const after = await until('the failed look', async () =>
      (await find(product(), keyword)).find((item) => item.lastFailure !== null),
    );
    expect(after.lastFailure).toMatchObject({ reason: 'captcha' });
    expect(after.metrics).toEqual(before.metrics);
  }, 150_000);

  it('answers yesterday as it was after a past day is restated today', async () => {
    const keyword = unseen('heron stencil');
    const post = (value: number) =>
      product().call<{ accepted: number; position: string }>('POST', '/api/v1/observations', {
        observations: [
          {
            keyword,
            marketplace: 'etsy',
            country: 'US',
            observedAt: '2026-03-02T00:00:00Z',
            source: 'a tool',
            metrics: { searchVolume: { value, relation: 'eq', kind: 'reported' } },
          },
        ],
      });
    const first = await post(400);
    expect(first.body.accepted).toBe(1);
    const [item] = await until('the posted keyword', async () => {
      const found = await find(product(), keyword);
      return found.length > 0 ? found : undefined;
    });
    const id = item?.id ?? '';
    const between = new Date().toISOString();
    const second = await post(300);
    const now = await product().get<KeywordItem>(
      `/api/v1/keywords/${id}?minPosition=${second.body.position}`,
    );
    expect(now.metrics['searchVolume']?.value).toBe(300);
    const then = await product().get<KeywordItem>(`/api/v1/keywords/${id}?asOf=${between}`);
    expect(then.metrics['searchVolume']?.value).toBe(400);
  });
}
