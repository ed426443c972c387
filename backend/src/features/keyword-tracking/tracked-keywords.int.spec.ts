import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Queue } from 'bullmq';
import { patternOf, schedulerId, SCHEDULES_QUEUE } from '../../../contracts/jobs/schedules.js';
import { lookJobId } from '../../../contracts/jobs/looks.js';
import { startTestProduct, type TestProduct } from '../../platform/testing/test-product.js';
import { until } from '../../platform/testing/until.js';

let product: TestProduct;
let schedules: Queue;
beforeAll(async () => {
  product = await startTestProduct();
  schedules = new Queue(SCHEDULES_QUEUE, { connection: product.queueConnection });
}, 60_000);
afterAll(async () => {
  await schedules?.close();
  await product?.close();
}, 30_000);

const path = '/api/v1/tracked-keywords';
const keyword = (text: string) => ({ keyword: text, marketplace: 'etsy', country: 'US' });
const list = (query: string) => product.get(`${path}?${query}`);

describe('tracked keywords', () => {
  it('shows a keyword to whoever waits for the position that tracking answered with', async () => {
    const tracked = await product.post(path, keyword('wedding planner'));
    expect(tracked.status).toBe(201);
    expect(tracked.body).toEqual({ id: expect.any(String), position: expect.stringMatching(/^\d+$/) });
    const { body } = await list(`minPosition=${String(tracked.body['position'])}`);
    expect(body.items).toMatchObject([{ id: tracked.body['id'], ...keyword('wedding planner') }]);
    expect(body).not.toHaveProperty('stale');
  });

  it('answers the same id for a repeat and records nothing', async () => {
    const first = await product.post(path, keyword('repeated planner'));
    const before = (await product.recorded()).length;
    const again = await product.post(path, keyword('Repeated  Planner'));
    expect(again.status).toBe(201);
    expect(again.body).toEqual(first.body);
    expect(await product.recorded()).toHaveLength(before);
  });

  it('records one of many equal requests at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => product.post(path, keyword('crowded planner'))),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(201));
    expect(new Set(answers.map(({ body }) => body['id'])).size).toBe(1);
    const events = (await product.recorded()).filter(
      (event) => 'keyword' in event.data && event.data.keyword === 'crowded planner',
    );
    expect(events).toHaveLength(1);
  });

  it('adds a look at once and one in the rhythm of the plan, and takes that away with the tracking', async () => {
    const { body } = await product.post(path, keyword('looked at planner'));
    const id = String(body['id']);
    const event = (await product.recorded()).find((one) => one.metadata.correlationId === id);
    const look = {
      look: 'search',
      marketplace: 'etsy',
      country: 'US',
      keyword: 'looked at planner',
    } as const;
    const jobId = lookJobId({
      ...look,
      slot: `tracked-${event?.id ?? ''}`,
      correlationId: id,
      causationId: event?.id ?? '',
    });
    const job = await until('the look', () => product.looks.queue.getJob(jobId));
    expect(job.data).toMatchObject({ ...look, correlationId: id, causationId: event?.id });
    expect(job.opts).toMatchObject({ attempts: 3, backoff: { type: 'exponential', delay: 2_000 } });
    const scheduler = await until('the schedule', () => schedules.getJobScheduler(schedulerId(id)));
    expect(scheduler).toMatchObject({ pattern: patternOf('hourly', id), tz: 'UTC' });

    expect((await product.delete(`${path}/${id}`)).status).toBe(200);
    await until(
      'the schedule to go',
      async () => (await schedules.getJobScheduler(schedulerId(id))) === undefined,
    );
  });

  it('can be given up and taken up again', async () => {
    const first = await product.post(path, keyword('on and off planner'));
    const removed = await product.delete(`${path}/${String(first.body['id'])}`);
    expect(removed.body).toEqual({ position: expect.stringMatching(/^\d+$/) });
    const without = await list(`minPosition=${String(removed.body['position'])}`);
    expect(without.body.items?.map((item) => item['id'])).not.toContain(first.body['id']);
    const again = await product.post(path, keyword('on and off planner'));
    expect(again.body['id']).toBe(first.body['id']);
    const withIt = await list(`minPosition=${String(again.body['position'])}`);
    expect(withIt.body.items?.map((item) => item['id'])).toContain(first.body['id']);
  });

  it('answers 404 for what is not tracked, also right after it was given up', async () => {
    expect((await product.delete(`${path}/00000000-0000-4000-8000-000000000000`)).status).toBe(404);
    const { body } = await product.post(path, keyword('short-lived planner'));
    expect((await product.delete(`${path}/${String(body['id'])}`)).status).toBe(200);
    expect((await product.delete(`${path}/${String(body['id'])}`)).status).toBe(404);
  });

  it.each(['🎉 party planner 🎈', 'مخطط زفاف قابل للطباعة', 'מתכנן חתונה להדפסה'])(
    'gives %s back unchanged',
    async (text) => {
      const { body } = await product.post(path, keyword(text));
      const { body: page } = await list(`limit=200&minPosition=${String(body['position'])}`);
      expect(page.items?.map((item) => item['keyword'])).toContain(text);
    },
  );

  it('pages through all of them without a gap or a repeat, the newest first', async () => {
    let last = '';
    for (const n of [1, 2, 3, 4, 5])
      last = String((await product.post(path, keyword(`paged ${n}`))).body['position']);
    const all = (await list(`limit=200&minPosition=${last}`)).body.items?.map((item) => item['id']) ?? [];
    const paged: unknown[] = [];
    let cursor: string | null = null;
    do {
      const { body } = await list(`limit=2${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
      paged.push(...(body.items ?? []).map((item) => item['id']));
      cursor = body['nextCursor'] as string | null;
    } while (cursor !== null);
    expect(paged).toEqual(all);
    expect(all.length).toBeGreaterThanOrEqual(5);
  });

  it('says that a read is stale where the position is not reached within a second', async () => {
    const { body } = await list('minPosition=9000000000000000000');
    expect(body).toMatchObject({ stale: true, items: expect.any(Array) });
  });
});
