import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Command, freePort, newDataFolder, processesMarked, Product, removeFolder, until } from './product.js';

interface KeywordItem {
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
  data: Record<string, unknown>;
  position: string;
}
interface TrendPoint {
  date: string;
  value: number | null;
  kind: string;
  reason?: string;
}
type List<T> = { items: T[]; nextCursor: string | null };

const MARKETPLACES = ['amazon', 'etsy', 'ebay'];

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
      const state = await product.get<Crawl>(`/api/v1/crawls/${asked.body.id}?minPosition=${asked.body.position}`);
      return ['finished', 'failed'].includes(state.status) ? state : undefined;
    },
    120_000,
  );
}

const find = async (product: Product, query: string): Promise<KeywordItem[]> =>
  (await product.get<List<KeywordItem>>(`/api/v1/keywords?query=${encodeURIComponent(query)}`)).items;

// The same tests on the store inside `npm start` and on one that was started by itself.
const STORES = ['the event store of npm start', 'an event store started by itself'] as const;

describe.each(STORES)('the whole product on %s', (store) => {
  const dataFolder = newDataFolder();
  const storeFolder = newDataFolder();
  let eventStore: Command | undefined;
  let env: NodeJS.ProcessEnv = {};
  let product: Product;

  beforeAll(async () => {
    if (store === 'an event store started by itself') {
      eventStore = new Command(['run', 'eventstore'], {
        EVENTSTORE_PORT: String(await freePort()),
        DATA_DIR: storeFolder,
      });
      const [, url] = await eventStore.says(/(esdb:\/\/\S+)/, 60_000);
      env = { EVENTSTORE_URL: url };
    }
    product = await Product.start({ dataFolder, env });
  }, 600_000);

  afterAll(async () => {
    await product.stop();
    await eventStore?.interrupt();
    removeFolder(dataFolder);
    removeFolder(storeFolder);
  }, 60_000);

  it('shows planners of three marketplaces with two years of weekly demand', async () => {
    const items = await find(product, 'planner');
    expect([...new Set(items.map((item) => item.marketplace))].sort()).toEqual(['amazon', 'ebay', 'etsy']);
    for (const item of items) expect(item.trend.length).toBeGreaterThanOrEqual(100);
  });

  it('says of every number of the seed that it is simulated', async () => {
    const [item] = await find(product, 'budget planner printable');
    for (const metric of Object.values(item?.metrics ?? {})) expect(['seed', 'sandbox']).toContain(metric.origin);
  });

  it('looks up a keyword never seen before and has it in history and trend of three marketplaces', async () => {
    const keyword = `crochet narwhal ${randomUUID().slice(0, 6)}`;
    const ended = await crawl(product, keyword);
    expect(ended).toMatchObject({ status: 'finished', failures: [] });
    const items = await until('three marketplaces in the list', async () => {
      const found = await find(product, keyword);
      return found.length === 3 ? found : undefined;
    });
    for (const item of items) {
      const history = await product.get<List<HistoryItem>>(`/api/v1/keywords/${item.id}/history`);
      expect(history.items.map((event) => event.type)).toContain('observation.KeywordObserved.v1');
      expect(history.items.every((event) => event.origin === 'sandbox')).toBe(true);
      const trend = await product.get<{ points: TrendPoint[] }>(`/api/v1/keywords/${item.id}/trend?metric=resultCount`);
      expect(trend.points.at(-1)).toMatchObject({ kind: 'measured' });
    }
  });

  it.each([
    ['captcha', 'captcha'],
    ['truncated', 'truncated'],
    ['503', 'unavailable'],
  ])('records a %s page as a failed look and writes no number', async (answer, reason) => {
    const keyword = `otter sticker ${randomUUID().slice(0, 6)}`;
    await fetch(`${product.sandboxUrl()}/__sandbox/answers`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ keyword, answer }),
    });
    const ended = await crawl(product, keyword, ['ebay']);
    expect(ended.status).toBe('failed');
    expect(ended.failures.map((failure) => failure.reason)).toContain(reason);
    const item = await until('the failed look in the list', async () => (await find(product, keyword))[0]);
    expect(item.lastFailure).toMatchObject({ reason });
    expect(item.metrics).toEqual({});
    const trend = await product.get<{ points: TrendPoint[] }>(`/api/v1/keywords/${item.id}/trend`);
    expect(trend.points.length).toBeGreaterThan(0);
    for (const point of trend.points) expect(point).toMatchObject({ value: null, kind: 'failed', reason });
  });

  it('has everything again after PostgreSQL lost its data folder', async () => {
    const before = await find(product, 'planner');
    await product.stop();
    removeFolder(join(dataFolder, 'postgres'));
    product = await Product.start({ dataFolder, env });
    const after = await find(product, 'planner');
    expect(after.map((item) => item.id)).toEqual(before.map((item) => item.id));
    expect(after.map((item) => item.trend.slice(0, 100))).toEqual(before.map((item) => item.trend.slice(0, 100)));
  }, 300_000);

  it('leaves no process behind after Ctrl-C and finds its data at the next start', async () => {
    const before = await find(product, 'digital planner');
    const mark = product.mark();
    expect(processesMarked(mark).length).toBeGreaterThan(3);
    expect(await product.stop()).toBe(0);
    expect(processesMarked(mark)).toEqual([]);
    product = await Product.start({ dataFolder, env });
    expect((await find(product, 'digital planner')).map((item) => item.id)).toEqual(before.map((item) => item.id));
  }, 120_000);
});
