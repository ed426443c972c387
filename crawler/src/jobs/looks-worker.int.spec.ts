import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { lookId, type LookJob } from '../../../backend/contracts/jobs/looks.js';
import { SIGN_OF_LIFE_LASTS_MS, signOfLifeOf } from '../../../backend/contracts/values/program.js';
import { resultsPage } from '../../../backend/local-servers/sandbox/catalogue/results-page.js';
import { startCrawler, type Crawler } from '../start-crawler.js';
import { setCrawlStage, until, type CrawlStage } from './testing/crawl-stage.js';

const AT = new Date('2026-01-12T10:00:00Z');
let stage: CrawlStage;
let crawler: Crawler;
const troubles: string[] = [];

beforeAll(async () => {
  stage = await setCrawlStage(() => AT);
  crawler = await startCrawler(stage.settings, (message) => troubles.push(message));
}, 60_000);
afterAll(async () => {
  await crawler.close();
  await stage.close();
}, 60_000);
afterEach(() => stage.forget());

const typesOf = (events: readonly { readonly type: string }[]): string[] =>
  events.map(({ type }) => type).sort();

async function crawl(...asked: Parameters<CrawlStage['requestCrawl']>) {
  const crawl = await stage.requestCrawl(...asked);
  await stage.enqueue(crawl.finish);
  const end = await stage.crawlEnd(crawl.crawlId);
  return { ...crawl, end, seen: await stage.looksOf(crawl.crawlId) };
}

describe('a crawler that runs', () => {
  it('gives a sign of life that fades by itself', async () => {
    const leftMs = await stage.connection.pttl(signOfLifeOf('crawler'));
    expect(leftMs).toBeGreaterThan(0);
    expect(leftMs).toBeLessThanOrEqual(SIGN_OF_LIFE_LASTS_MS);
  });
});

describe('a crawl of three marketplaces', () => {
  it('becomes one observation for each look, and its end names them all', async () => {
    const { crawlId, end, seen } = await crawl('zebra planner', ['amazon', 'etsy', 'ebay']);

    expect(typesOf(seen)).toEqual([
      ...Array<string>(3).fill('observation.KeywordObserved.v1'),
      ...Array<string>(3).fill('observation.SuggestionsObserved.v1'),
    ]);
    expect(end.type).toBe('collection.CrawlFinished.v1');
    expect(end.metadata).toMatchObject({ correlationId: crawlId, workspace: 'demo', actor: 'crawler' });
    const ids =
      end.type === 'collection.CrawlFinished.v1' ? end.data.looks.map((look) => look.observationId) : [];
    expect(ids.sort()).toEqual(seen.map(({ id }) => id).sort());
    expect(troubles).toEqual([]);
  }, 60_000);

  it('records what the page shows, where it comes from and when it was seen', async () => {
    const before = Date.now();
    const { crawlId, looks, seen } = await crawl('giraffe planner', ['etsy'], 'DE');
    const search = looks[0] as LookJob;
    const [event] = await stage.events(`observation-${lookId(search)}`);

    const page = resultsPage({ keyword: 'giraffe planner', marketplace: 'etsy', country: 'DE', at: AT });
    expect(event?.data).toMatchObject({
      ...page,
      keyword: 'giraffe planner',
      marketplace: 'etsy',
      country: 'DE',
      page: 1,
      origin: 'sandbox',
      source: 'sandbox etsy.com search page',
      url: `${stage.settings.sandboxUrl}/www.etsy.com/de/search?q=giraffe+planner`,
    });
    expect(event?.metadata).toMatchObject({ correlationId: crawlId, causationId: search.causationId });
    expect(Date.parse(event?.metadata.occurredAt ?? '')).toBeGreaterThanOrEqual(before);
    expect(typesOf(seen)).toHaveLength(2);
  }, 60_000);

  it('hashes the very bytes that came, so that the same page is known again', async () => {
    const { looks } = await crawl('okapi planner', ['ebay']);
    const [event] = await stage.events(`observation-${lookId(looks[0] as LookJob)}`);

    const again = await fetch(`${stage.settings.sandboxUrl}/www.ebay.com/sch/i.html?_nkw=okapi+planner`);
    const bytes = Buffer.from(await again.arrayBuffer());
    expect(event?.data).toMatchObject({ bodyHash: createHash('sha256').update(bytes).digest('hex') });
  });

  it('leaves nothing in the working folder', () => {
    expect(existsSync('storage')).toBe(false);
  });
});

describe('a captcha', () => {
  it('is a failed try, and the page that comes after it is observed', async () => {
    await stage.tell({ answer: 'captcha', host: 'www.amazon.com', times: 1 });
    const { end, seen } = await crawl('captcha once planner', ['amazon']);

    expect(typesOf(seen)).toEqual([
      'observation.Failed.v1', 'observation.KeywordObserved.v1', 'observation.SuggestionsObserved.v1',
    ]); // prettier-ignore
    expect(seen.find(({ type }) => type === 'observation.Failed.v1')?.data).toMatchObject({
      look: 'search', reason: 'captcha', attempt: 1, willRetry: true, status: 200,
    }); // prettier-ignore
    expect(end.type).toBe('collection.CrawlFinished.v1');
  });

  it.each(['amazon', 'etsy', 'ebay'] as const)(
    'that %s never takes away is three failed tries and no number',
    async (marketplace) => {
      const keyword = `captcha always ${marketplace}`;
      await stage.tell({ answer: 'captcha', keyword });
      const { end, seen } = await crawl(keyword, [marketplace]);

      expect([...new Set(typesOf(seen))]).toEqual(['observation.Failed.v1']);
      const tries = seen.flatMap((event) =>
        event.type === 'observation.Failed.v1' && event.data.look === 'search' ? [event.data] : [],
      );
      expect(tries.map(({ attempt, willRetry, reason }) => ({ attempt, willRetry, reason }))).toEqual([
        { attempt: 1, willRetry: true, reason: 'captcha' },
        { attempt: 2, willRetry: true, reason: 'captcha' },
        { attempt: 3, willRetry: false, reason: 'captcha' },
      ]);
      expect(end.type).toBe('collection.CrawlFailed.v1');
    },
    60_000,
  );
});

describe('other answers without numbers', () => {
  it.each([
    { answer: '429', reason: 'blocked', status: 429 },
    { answer: '503', reason: 'unavailable', status: 503 },
    { answer: 'truncated', reason: 'truncated', status: 200 },
  ] as const)(
    '$answer is recorded as $reason on every marketplace and never as a number',
    async ({ answer, reason, status }) => {
      const keyword = `answered ${answer}`;
      await stage.tell({ answer, keyword });
      const { end, seen } = await crawl(keyword, ['amazon', 'etsy', 'ebay']);

      expect([...new Set(typesOf(seen))]).toEqual(['observation.Failed.v1']);
      expect(seen).toHaveLength(6 * 3);
      for (const { data } of seen) expect(data).toMatchObject({ reason, status });
      expect(end.type).toBe('collection.CrawlFailed.v1');
    },
    60_000,
  );

  it('counts a crawl as finished where one marketplace answers and another does not', async () => {
    await stage.tell({ answer: '503', host: 'www.ebay.com' });
    await stage.tell({ answer: '503', host: 'autosug.ebaystatic.com' });
    const { end } = await crawl('half planner', ['amazon', 'ebay']);

    expect(end.type).toBe('collection.CrawlFinished.v1');
    expect(end.data).toMatchObject({
      looks: [
        { marketplace: 'amazon', look: 'search', reason: null },
        { marketplace: 'amazon', look: 'suggestions', reason: null },
        { marketplace: 'ebay', look: 'search', reason: 'unavailable' },
        { marketplace: 'ebay', look: 'suggestions', reason: 'unavailable' },
      ],
    });
  });

  it('says at once, and asks nobody, where a marketplace has no site in the country', async () => {
    const asked = (await stage.requests()).length;
    const { end, seen } = await crawl('no site planner', ['ebay'], 'JP');

    expect(seen).toHaveLength(2);
    expect(seen[0]?.data).toMatchObject({
      reason: 'unavailable',
      willRetry: false,
      detail: 'ebay has no site for country JP',
    });
    expect(end.type).toBe('collection.CrawlFailed.v1');
    expect(await stage.requests()).toHaveLength(asked);
  });
});

describe('a repeat', () => {
  it('of all jobs of a crawl after Redis lost them records nothing twice and asks nothing again', async () => {
    await stage.tell({ answer: 'captcha', host: 'www.ebay.com', keyword: 'repeated planner' });
    const { crawlId, finish, seen } = await crawl('repeated planner', ['amazon', 'ebay']);
    const asked = (await stage.requests()).length;

    await stage.queue.obliterate({ force: true });
    await stage.enqueue(finish);
    const again = await until('the repeated end', async () => {
      const job = await stage.queue.getJob(`finish-${crawlId}`);
      return (await job?.isCompleted()) ? job : undefined;
    });

    expect(again?.returnvalue).toHaveLength(4);
    expect(await stage.looksOf(crawlId)).toEqual(seen);
    expect(await stage.events(`crawl-${crawlId}`)).toHaveLength(2);
    expect(await stage.requests()).toHaveLength(asked);
  });

  it('of the end alone reads from the log how the looks ended', async () => {
    const { crawlId, finish, end } = await crawl('only the end', ['amazon']);
    await stage.queue.obliterate({ force: true });
    await stage.queue.add('finish-crawl', finish, { jobId: `finish-${crawlId}` });
    const job = await until('the end', async () => {
      const found = await stage.queue.getJob(`finish-${crawlId}`);
      return (await found?.isCompleted()) ? found : undefined;
    });

    expect(job?.returnvalue).toEqual(end.type === 'collection.CrawlFinished.v1' ? end.data.looks : []);
    expect(await stage.events(`crawl-${crawlId}`)).toHaveLength(2);
  });

  it('whose looks left no trace ends the crawl as failed instead of never', async () => {
    const { crawlId, finish } = await stage.requestCrawl('lost looks', ['amazon']);
    await stage.queue.add('finish-crawl', finish, { jobId: `finish-${crawlId}` });
    const end = await stage.crawlEnd(crawlId);

    expect(end.type).toBe('collection.CrawlFailed.v1');
    const [lost] = await stage.looksOf(crawlId);
    expect(lost?.data).toMatchObject({
      reason: 'unavailable',
      detail: 'The look was broken off and never ended',
    });
  });
});
