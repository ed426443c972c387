import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { finishCrawlJobId, lookId, lookJobId, type LookJob } from '../../../contracts/jobs/looks.js';
import { lastDueMs, schedulerId, slotOf } from '../../../contracts/jobs/schedules.js';
import { openSchedulesQueue, type SchedulesQueue } from '../../platform/queues/schedules-queue.js';
import { startTestProduct, type TestProduct } from '../../platform/testing/test-product.js';
import { until } from '../../platform/testing/until.js';

let product: TestProduct;
let schedules: SchedulesQueue;
beforeAll(async () => {
  product = await startTestProduct({ config: { PLAN_WITHOUT_SUBSCRIPTION: 'starter' } });
  schedules = openSchedulesQueue(product.redisUrl, () => undefined);
}, 60_000);
afterAll(async () => {
  await schedules?.close();
  await product?.close();
}, 30_000);

const track = async (keyword: string): Promise<string> =>
  String(
    (await product.post('/api/v1/tracked-keywords', { keyword, marketplace: 'etsy', country: 'US' })).body[
      'id'
    ],
  );
const planned = async (): Promise<string[]> =>
  (await schedules.queue.getJobSchedulers()).map(({ key }) => key).sort();
const loseEverything = () => product.queueConnection.flushall();

describe('a Redis that lost everything', () => {
  it('gets the planned looks at what is tracked back by itself, and of nothing else', async () => {
    const kept = [await track('kept planner'), await track('kept tracker')];
    const given = await track('given up planner');
    await product.delete(`/api/v1/tracked-keywords/${given}`);
    const expected = kept.map(schedulerId).sort();
    await until('the plan', async () => String(await planned()) === String(expected));

    await loseEverything();

    await until('the same plan', async () => String(await planned()) === String(expected));
  });

  it('gets it back a second time', async () => {
    const before = await planned();
    await loseEverything();
    await until('the plan', async () => String(await planned()) === String(before));
    await loseEverything();
    await until('the plan again', async () => String(await planned()) === String(before));
  });

  it('gets the crawls back that have not ended', async () => {
    const { body } = await product.post('/api/v1/crawls', {
      keyword: 'open planner',
      marketplaces: ['amazon'],
      country: 'US',
    });
    const id = finishCrawlJobId(String(body['id']));
    const looks = async () => {
      const flow = await product.looks.flows.getFlow({ queueName: 'looks', id });
      return flow?.children?.map(({ job }) => job.id).sort();
    };
    const before = await until('the crawl', looks);

    await loseEverything();

    await until('the same crawl', async () => String(await looks()) === String(before));
  });

  it('gets back the look that was due last, since nobody knows whether it was taken', async () => {
    // given a keyword that has been tracked for three days
    const id = '0f3a2f0e-3d3d-5a55-8f11-0c9b8f3f7d10';
    const now = Date.now();
    const occurredAt = new Date(now - 3 * 86_400_000).toISOString();
    const data = {
      trackedKeywordId: id,
      workspace: 'demo',
      keyword: 'old planner',
      marketplace: 'etsy',
      country: 'US',
    } as const;
    const metadata = { correlationId: id, causationId: 'spec', occurredAt, actor: 'spec', producer: 'spec' };
    await product.eventLog.append(`trackedKeyword-${id}`, 'no-stream', [
      { id: 'a5b1f0f2-4b5e-4a59-9a57-6a3a3e0c9b11', type: 'tracking.KeywordTracked.v1', data, metadata },
    ]);
    await until('its plan', async () => (await planned()).includes(schedulerId(id)));

    await loseEverything();

    const look = { look: 'search', marketplace: 'etsy', country: 'US', keyword: 'old planner' } as const;
    const slot = slotOf('daily', id, lastDueMs('daily', id, now));
    await until('the look', () => product.looks.queue.getJob(`look-${lookId({ ...look, slot })}`));
    const counted = await product.looks.queue.getJobs();
    const mine = counted.filter((job) => (job.data as LookJob).keyword === 'old planner');
    expect(mine.map((job) => job.id).sort()).toEqual(
      mine.map((job) => lookJobId(job.data as LookJob)).sort(),
    );
    expect(mine).toHaveLength(2);
  });
});
