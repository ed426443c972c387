import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { finishCrawlJobId, lookId, type LookJob } from '../../../contracts/jobs/looks.js';
import type { AnyNewEvent } from '../../../event-log/event-log.js';
import { startTestProduct, type TestProduct } from '../../platform/testing/test-product.js';
import { until } from '../../platform/testing/until.js';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
}, 60_000);
afterAll(async () => {
  await product?.close();
}, 30_000);

const ask = (keyword: string, marketplaces = ['amazon', 'etsy']) =>
  product.post('/api/v1/crawls', { keyword, marketplaces, country: 'US' });
const crawl = async (id: unknown, minPosition: string) =>
  (await product.get(`/api/v1/crawls/${String(id)}?minPosition=${minPosition}`)).body;

async function looksOf(id: unknown): Promise<LookJob[]> {
  const job = await until('the flow', () => product.looks.queue.getJob(finishCrawlJobId(String(id))));
  return (job.data as { looks: LookJob[] }).looks;
}

/** Records what the crawler would, and answers with the position. */
async function record(look: LookJob, event: Partial<AnyNewEvent>): Promise<string> {
  const metadata = {
    correlationId: look.correlationId,
    causationId: look.causationId,
    occurredAt: '2026-03-14T09:30:00.000Z',
    actor: 'crawler',
    producer: 'spec',
  };
  const category = event.type?.startsWith('collection.') ? 'crawl-' : 'observation-';
  const stream = category + randomUUID();
  const { position } = await product.eventLog.append(stream, 'no-stream', [
    { id: randomUUID(), metadata, ...event } as AnyNewEvent,
  ]);
  return String(position);
}

const seen = (look: LookJob) => ({
  marketplace: look.marketplace,
  country: look.country,
  source: 'sandbox page',
  origin: 'sandbox' as const,
  url: 'http://127.0.0.1/',
  parserVersion: '1',
  bodyHash: 'a'.repeat(64),
});
const observed = (look: LookJob): Partial<AnyNewEvent> =>
  look.look === 'search'
    ? {
        type: 'observation.KeywordObserved.v1',
        data: { ...seen(look), keyword: look.keyword, page: 1, resultCount: null, listings: [] },
      }
    : {
        type: 'observation.SuggestionsObserved.v1',
        data: {
          ...seen(look),
          prefix: look.keyword,
          suggestions: [{ text: `${look.keyword} pdf`, place: 1 }],
        },
      };
const failed = (look: LookJob, attempt: number, willRetry: boolean): Partial<AnyNewEvent> => ({
  type: 'observation.Failed.v1',
  data: {
    ...seen(look),
    keyword: look.keyword,
    look: look.look,
    reason: 'captcha',
    detail: 'A captcha stood in the way.',
    status: 200,
    attempt,
    willRetry,
  },
});

describe('crawls', () => {
  it('are accepted with an id and a position, and wait until they begin', async () => {
    const answer = await ask('queued planner');
    expect(answer.status).toBe(202);
    expect(await crawl(answer.body['id'], String(answer.body['position']))).toMatchObject({
      id: answer.body['id'],
      keyword: 'queued planner',
      country: 'US',
      marketplaces: ['amazon', 'etsy'],
      status: 'queued',
      progress: 0,
      observations: 0,
      failures: [],
    });
  });

  it('become one flow: two looks for each marketplace, tried three times, and one job for the end', async () => {
    const { body } = await ask('flow planner');
    const looks = await looksOf(body['id']);
    expect(looks.map(({ marketplace, look }) => `${marketplace} ${look}`)).toEqual([
      'amazon search', 'amazon suggestions', 'etsy search', 'etsy suggestions',
    ]); // prettier-ignore
    for (const look of looks) {
      expect(look).toMatchObject({ slot: body['id'], correlationId: body['id'], keyword: 'flow planner' });
      const job = await product.looks.queue.getJob(`look-${lookId(look)}`);
      expect(job?.opts).toMatchObject({ attempts: 3, backoff: { type: 'exponential', delay: 2_000 } });
    }
    const flow = await product.looks.flows.getFlow({
      queueName: 'looks',
      id: finishCrawlJobId(String(body['id'])),
    });
    expect(flow.children).toHaveLength(4);
  });

  it('show their progress, the failed looks among it, and how they ended', async () => {
    const { body } = await ask('watched planner');
    const [search, suggestions, other, last] = (await looksOf(body['id'])) as [
      LookJob,
      LookJob,
      LookJob,
      LookJob,
    ];
    let at = await record(search, observed(search));
    expect(await crawl(body['id'], at)).toMatchObject({ status: 'running', progress: 0.25, observations: 1 });
    at = await record(suggestions, failed(suggestions, 1, true));
    expect(await crawl(body['id'], at)).toMatchObject({
      progress: 0.25,
      failures: [{ marketplace: 'amazon', look: 'suggestions', reason: 'captcha', willRetry: true }],
    });
    await record(suggestions, observed(suggestions));
    await record(other, failed(other, 3, false));
    at = await record(last, observed(last));
    expect(await crawl(body['id'], at)).toMatchObject({ status: 'running', progress: 1, observations: 3 });
    const outcome = (look: LookJob, reason: 'captcha' | null) => ({
      marketplace: look.marketplace, look: look.look, observationId: randomUUID(), reason,
    }); // prettier-ignore
    at = await record(last, {
      type: 'collection.CrawlFinished.v1',
      data: {
        crawlId: String(body['id']),
        looks: [
          outcome(search, null),
          outcome(suggestions, null),
          outcome(other, 'captcha'),
          outcome(last, null),
        ],
      },
    });
    expect(await crawl(body['id'], at)).toMatchObject({
      status: 'finished',
      progress: 1,
      observations: 3,
      failures: [{ marketplace: 'etsy', look: 'search', reason: 'captcha', willRetry: false }],
    });
  });

  it('answer the same crawl for the same Idempotency-Key, also when asked at once', async () => {
    const body = { keyword: 'careful planner', marketplaces: ['etsy'], country: 'US' };
    const headers = { 'idempotency-key': randomUUID() };
    const answers = await Promise.all([1, 2, 3].map(() => product.post('/api/v1/crawls', body, headers)));
    expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
    const requested = (await product.recorded()).filter(
      (event) => event.type === 'collection.CrawlRequested.v1' && event.data.keyword === 'careful planner',
    );
    expect(requested).toHaveLength(1);
  });

  it('are two where they are asked for twice without a key', async () => {
    const [one, two] = [await ask('twice planner'), await ask('twice planner')];
    expect(one.body['id']).not.toBe(two.body['id']);
  });

  it('are not doubled by a reactor that starts over', async () => {
    const { body } = await ask('restarted planner');
    await looksOf(body['id']);
    const before = await product.looks.queue.getJobCounts();
    await product.stopFollowing();
    await product.forgetReactions();
    await product.startFollowing();
    const { body: later } = await ask('after the restart', ['ebay']);
    await looksOf(later['id']);
    const after = await product.looks.queue.getJobCounts();
    const sum = (counts: Record<string, number>) => Object.values(counts).reduce((a, b) => a + b, 0);
    expect(sum(after) - sum(before)).toBe(3);
  });
});
