import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { sharedPace } from '../browsing/pace.js';
import { startCrawler } from '../start-crawler.js';
import type { Settings } from '../settings.js';
import { setCrawlStage, until, type CrawlStage } from './testing/crawl-stage.js';

let stage: CrawlStage;
beforeAll(async () => {
  stage = await setCrawlStage();
}, 60_000);
afterAll(() => stage.close(), 60_000);
afterEach(() => stage.forget());

/** A crawler of one test: what it knows of robots.txt files dies with it. */
async function withCrawler(changes: Partial<Settings>, act: () => Promise<void>): Promise<void> {
  const crawler = await startCrawler({ ...stage.settings, ...changes }, () => undefined);
  try {
    await act();
  } finally {
    await crawler.close();
  }
}

describe('a host whose robots.txt refuses', () => {
  it('is asked for its robots.txt and nothing else, and the look fails at once', async () => {
    await stage.tell({ answer: 'robots', host: 'www.etsy.com' });
    const before = (await stage.requests()).length;

    await withCrawler({}, async () => {
      const { crawlId, finish } = await stage.requestCrawl('refused planner', ['etsy']);
      await stage.enqueue(finish);
      const end = await stage.crawlEnd(crawlId);

      expect(end.type).toBe('collection.CrawlFailed.v1');
      const seen = await stage.looksOf(crawlId);
      expect(seen).toHaveLength(2);
      for (const { data } of seen)
        expect(data).toMatchObject({
          reason: 'robots',
          attempt: 1,
          willRetry: false,
          status: null,
          bodyHash: null,
        });
    });
    const asked = (await stage.requests()).slice(before);
    expect(new Set(asked.map(({ path }) => path))).toEqual(new Set(['/robots.txt']));
  }, 30_000);

  it('is asked for it once, however many looks there are', async () => {
    const before = (await stage.requests()).length;
    await withCrawler({}, async () => {
      for (const keyword of ['robots first', 'robots second']) {
        const { crawlId, finish } = await stage.requestCrawl(keyword, ['ebay']);
        await stage.enqueue(finish);
        await stage.crawlEnd(crawlId);
      }
    });
    const asked = (await stage.requests()).slice(before).filter(({ path }) => path === '/robots.txt');
    expect(asked.map(({ host }) => host).sort()).toEqual(['autosug.ebaystatic.com', 'www.ebay.com']);
  }, 30_000);
});

describe('a host that is too slow', () => {
  it.each(['amazon', 'etsy'] as const)(
    'is recorded as unavailable by each look at %s that ran out of time',
    async (marketplace) => {
      const keyword = `slow ${marketplace}`;
      await stage.tell({ answer: 'slow', keyword, delayMs: 20_000 });
      await withCrawler({ answerTimeoutMs: 400 }, async () => {
        const { crawlId, finish } = await stage.requestCrawl(keyword, [marketplace]);
        await stage.enqueue(finish);
        await stage.crawlEnd(crawlId);
        const seen = await stage.looksOf(crawlId);

        expect(seen).toHaveLength(6);
        for (const { type, data } of seen) {
          expect(type).toBe('observation.Failed.v1');
          expect(data).toMatchObject({
            reason: 'unavailable',
            status: null,
            detail: 'No answer within 400 ms',
          });
        }
      });
    },
    40_000,
  );
});

describe('a crawler that is told to stop', () => {
  it('gives a look back that takes too long, and the next crawler ends it with no try lost', async () => {
    await stage.tell({ answer: 'slow', keyword: 'given back', delayMs: 30_000 });
    const { crawlId, finish } = await stage.requestCrawl('given back', ['amazon', 'etsy']);
    await withCrawler({ graceMs: 50 }, async () => {
      const before = (await stage.requests()).length;
      await stage.enqueue(finish);
      await until('four slow requests', async () => {
        const asked = (await stage.requests()).slice(before).filter(({ path }) => path.includes('given'));
        return asked.length >= 4 ? asked : undefined;
      });
    });
    expect(await stage.looksOf(crawlId)).toEqual([]);

    await stage.forget();
    await withCrawler({}, async () => {
      const end = await stage.crawlEnd(crawlId);
      expect(end.type).toBe('collection.CrawlFinished.v1');
    });
    const types = (await stage.looksOf(crawlId)).map(({ type }) => type);
    expect(types).not.toContain('observation.Failed.v1');
    expect(types).toHaveLength(4);
  }, 40_000);
});

describe('an event log that is away', () => {
  it('costs a look none of its tries: it waits, and its first failed try is still the first', async () => {
    await stage.tell({ answer: 'captcha', host: 'www.amazon.com', times: 1 });
    const troubles: string[] = [];
    const crawler = await startCrawler(stage.settings, (message) => troubles.push(message));
    try {
      const { crawlId, finish } = await stage.requestCrawl('log away', ['amazon']);
      await stage.withoutLog(async () => {
        await stage.enqueue(finish);
        await until('both looks to be put off', async () =>
          (await stage.queue.getDelayedCount()) === 2 ? true : undefined,
        );
      });
      const end = await stage.crawlEnd(crawlId);

      expect(end.type).toBe('collection.CrawlFinished.v1');
      const failed = (await stage.looksOf(crawlId)).filter(({ type }) => type === 'observation.Failed.v1');
      expect(failed.map(({ data }) => data)).toMatchObject([
        { reason: 'captcha', attempt: 1, willRetry: true },
      ]);
      expect(troubles.length).toBeGreaterThan(0);
    } finally {
      await crawler.close();
    }
  }, 60_000);
});

describe('the pace', () => {
  it('keeps an interval between the requests to one host, with several workers asking, and none between hosts', async () => {
    const intervalMs = 60;
    const here = sharedPace(stage.connection, intervalMs);
    const there = sharedPace(stage.connection, intervalMs);
    const never = new AbortController().signal;
    const moments: number[] = [];
    const others: number[] = [];
    const start = performance.now();
    const noted = (list: number[]) => (): unknown => list.push(performance.now() - start);
    await Promise.all(
      [0, 1, 2].flatMap((n) => [
        here.turn('host-a', never).then(noted(moments)),
        there.turn('host-a', never).then(noted(moments)),
        here.turn(`host-${n}-alone`, never).then(noted(others)),
      ]),
    );

    const gaps = moments.slice(1).map((moment, index) => moment - (moments[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThan(intervalMs / 2);
    expect(moments.at(-1)).toBeGreaterThanOrEqual(5 * intervalMs - 10);
    expect(Math.max(...others)).toBeLessThan(5 * intervalMs);
  });
});
