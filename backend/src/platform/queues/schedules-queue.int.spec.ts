import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  LOOK_DUE_JOB_NAME,
  lookOfDue,
  patternOf,
  schedulerId,
  slotOf,
} from '../../../contracts/jobs/schedules.js';
import { lookJobId } from '../../../contracts/jobs/looks.js';
import { startTestRedis, type TestRedis } from '../testing/test-redis.js';
import { until } from '../testing/until.js';
import { openLooksQueue, type LooksQueue } from './looks-queue.js';
import { addDueLook, openSchedulesQueue, startDueLooks, type SchedulesQueue } from './schedules-queue.js';

let redis: TestRedis;
let looks: LooksQueue;
let schedules: SchedulesQueue;
beforeAll(async () => {
  redis = await startTestRedis();
  looks = openLooksQueue(redis.url, () => undefined);
  schedules = openSchedulesQueue(redis.url, () => undefined);
}, 30_000);
afterAll(async () => {
  await looks?.close();
  await schedules?.close();
  await redis?.stop();
}, 30_000);

const due = {
  look: 'search',
  marketplace: 'etsy',
  country: 'US',
  keyword: 'daily planner',
  correlationId: '3f0a6a3e-2f7e-4f5f-9b32-0f1d6a1f7a11',
  causationId: 'e-1',
  every: 'daily',
  workspace: 'w-1',
} as const;
const jobOf = (slot: string) => looks.queue.getJob(lookJobId(lookOfDue(due, slot)));
const goOn = () => Promise.resolve();

describe('a due look', () => {
  it('is the look of the day that it was planned for, though it runs after midnight', async () => {
    const planned = Date.parse('2026-03-14T23:59:00Z');
    const ran = Date.parse('2026-03-15T00:04:00Z');
    await addDueLook({ id: `repeat:daily-x:${planned}`, data: due, timestamp: ran }, looks, goOn);
    const slot = `daily-${due.correlationId}-2026-03-14`;
    expect((await jobOf(slot))?.data).toEqual(lookOfDue(due, slot));
  });

  it('is added once, however often its time is worked off', async () => {
    const job = { id: `repeat:daily-x:${Date.parse('2026-04-01T10:00:00Z')}`, data: due, timestamp: 0 };
    const before = await looks.queue.count();
    await addDueLook(job, looks, goOn);
    await addDueLook(job, looks, goOn);
    expect(await looks.queue.count()).toBe(before + 1);
  });

  it('comes by itself when a scheduler says so', async () => {
    const worker = startDueLooks(redis.url, looks, goOn, () => undefined);
    const everySecond = { pattern: '* * * * * *', tz: 'UTC' };
    await schedules.queue.upsertJobScheduler('daily-y', everySecond, { name: LOOK_DUE_JOB_NAME, data: due });
    const today = slotOf('daily', due.correlationId, Date.now());
    const tomorrow = slotOf('daily', due.correlationId, Date.now() + 60_000);
    const job = await until('the look', async () => (await jobOf(today)) ?? (await jobOf(tomorrow)));
    expect(job.data).toMatchObject({ keyword: due.keyword, correlationId: due.correlationId });
    await schedules.queue.removeJobScheduler('daily-y');
    await worker.close();
  });
});

describe('the planned looks at a keyword', () => {
  const patterns = async () => (await schedules.queue.getJobSchedulers()).map(({ pattern }) => pattern);

  it('have the newest rhythm alone, and can be cancelled', async () => {
    const id = due.correlationId;
    for (const every of ['weekly', 'hourly', 'hourly', 'daily'] as const) {
      await schedules.plan({ ...due, every });
      expect([await schedules.rhythmOf(id), await patterns()]).toEqual([every, [patternOf(every, id)]]);
      expect(await schedules.queue.getDelayedCount()).toBe(1);
    }
    await schedules.change(id, 'hourly');
    expect(await patterns()).toEqual([patternOf('hourly', id)]);
    await schedules.cancel(id);
    expect([await schedules.rhythmOf(id), await patterns()]).toEqual([undefined, []]);
    expect(await schedules.change(id, 'weekly')).toBe('nothing planned');
    expect(await patterns()).toEqual([]);
  });

  it('lose no look that was due when the rhythm changed: who changes it is told of it', async () => {
    const everySecond = { pattern: '* * * * * *', tz: 'UTC' };
    const hourly = { ...due, every: 'hourly' as const };
    const key = schedulerId(due.correlationId);
    await schedules.queue.upsertJobScheduler(key, everySecond, { name: LOOK_DUE_JOB_NAME, data: hourly });
    const dueMs = (await schedules.queue.getJobScheduler(key))?.next ?? NaN;
    await until('its time', () => Date.now() > dueMs);
    expect(await schedules.plan({ ...due, every: 'weekly' })).toEqual(
      lookOfDue(due, slotOf('hourly', due.correlationId, dueMs)),
    );
    expect(await schedules.plan({ ...due, every: 'weekly' })).toBeUndefined();
    await schedules.cancel(due.correlationId);
  });
});
