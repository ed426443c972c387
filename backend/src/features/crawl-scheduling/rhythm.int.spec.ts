import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import {
  LOOK_DUE_JOB_NAME,
  lookDueJobSchema,
  schedulerId,
  slotOf,
} from '../../../contracts/jobs/schedules.js';
import { lookId } from '../../../contracts/jobs/looks.js';
import type { LookRhythm, PaidPlan } from '../../../contracts/values/plans.js';
import { openSchedulesQueue, type SchedulesQueue } from '../../platform/queues/schedules-queue.js';
import {
  startTestProduct,
  type SignedInPerson,
  type TestProduct,
} from '../../platform/testing/test-product.js';
import { until } from '../../platform/testing/until.js';
import { rhythmByPlan } from './rhythm-of-plan.js';
import { DEMO_WORKSPACE } from '../../platform/workspace.js';

const DAY_MS = 86_400_000;

let product: TestProduct;
let schedules: SchedulesQueue;
beforeAll(async () => {
  product = await startTestProduct({ config: { PLAN_WITHOUT_SUBSCRIPTION: 'free' } });
  schedules = openSchedulesQueue(product.redisUrl, () => undefined);
}, 60_000);
afterAll(async () => {
  await schedules?.close();
  await product?.close();
}, 30_000);

async function track(person: SignedInPerson, keyword: string): Promise<string> {
  const body = { keyword, marketplace: 'etsy', country: 'US' };
  const answer = await product.post('/api/v1/tracked-keywords', body, person.as);
  if (answer.status !== 201) throw new Error(`tracking was answered ${answer.text}`);
  return String(answer.body['id']);
}

/** Waits until all are looked at in a rhythm, and tells how long that took. */
async function become(every: LookRhythm, ids: readonly string[]): Promise<number> {
  const since = performance.now();
  await until(`${every} looks`, async () => {
    const rhythms = await Promise.all(ids.map((id) => schedules.rhythmOf(id)));
    return rhythms.every((rhythm) => rhythm === every);
  });
  return performance.now() - since;
}

/** What Stripe would have told of a workspace's one subscription. */
async function tell(
  { workspaceId }: SignedInPerson,
  fact: 'Started' | 'PlanChanged' | 'Ended',
  plan: PaidPlan,
  cancelAt: string | null = null,
): Promise<void> {
  const at = new Date().toISOString();
  const id = workspaceId.replaceAll('-', '');
  const terms = {
    subscriptionId: `sub_${id}`,
    customerId: `cus_${id}`,
    plan,
    interval: 'month',
    currency: 'EUR',
    priceId: `price_${plan}`,
    status: fact === 'Ended' ? 'canceled' : 'active',
    startedAt: at,
    periodStart: at,
    periodEnd: new Date(Date.parse(at) + 30 * DAY_MS).toISOString(),
    cancelAt,
    cancelAtPeriodEnd: false,
    trialEnd: null,
    endedAt: fact === 'Ended' ? at : null,
    amountMinor: 11_900,
    discountId: null,
  } as const;
  const data = {
    workspaceId,
    stripeEventId: `evt_${randomUUID().replaceAll('-', '')}`,
    stripeType: 'customer.subscription.updated',
    at,
    subscriptionId: terms.subscriptionId,
    terms,
    termsBefore: null,
  };
  const metadata = {
    correlationId: 'spec',
    causationId: 'spec',
    occurredAt: at,
    actor: 'spec',
    producer: 'spec',
  };
  await product.eventLog.append(`subscription-${workspaceId}`, 'any', [
    fact === 'PlanChanged'
      ? {
          id: randomUUID(),
          type: 'subscription.PlanChanged.v1',
          data: { ...data, fromPriceId: 'price_before' },
          metadata,
        }
      : { id: randomUUID(), type: `subscription.${fact}.v1`, data, metadata },
  ]);
}

describe('the rhythm of looks', () => {
  it('is that of the plan, and follows a larger, a smaller and an ended one within a minute', async () => {
    const [person, other] = [await product.signUp('Growing Person'), await product.signUp('Free Person')];
    const ids = [await track(person, 'planner one'), await track(person, 'planner two')];
    const others = [await track(other, 'planner one')];
    await become('weekly', [...ids, ...others]);
    await tell(person, 'Started', 'agency');
    expect(await become('hourly', ids)).toBeLessThan(60_000);
    await tell(person, 'PlanChanged', 'pro');
    expect(await become('daily', ids)).toBeLessThan(60_000);
    await tell(person, 'Ended', 'pro');
    expect(await become('weekly', ids)).toBeLessThan(60_000);
    expect(await schedules.queue.getDelayedCount()).toBe(3);
    await become('weekly', others);
  });

  it('is right for a keyword that is tracked the moment after the plan began, and gone with what was given up', async () => {
    const person = await product.signUp('Quick Person');
    const given = await track(person, 'given up at once');
    await tell(person, 'Started', 'agency');
    const path = `/api/v1/tracked-keywords/${given}`;
    const [id] = await Promise.all([
      track(person, 'tracked at once'),
      product.ask(path, { method: 'DELETE', headers: person.as }),
    ]);
    await become('hourly', [id]);
    await until('its end', async () => (await schedules.rhythmOf(given)) === undefined);
  });

  it('of a plan that ends by time alone is given up when the next look comes due, which is still taken', async () => {
    const person = await product.signUp('Ending Person');
    const id = await track(person, 'ending planner');
    const endMs = Date.now() + 1_500;
    await tell(person, 'Started', 'agency', new Date(endMs).toISOString());
    await become('hourly', [id]);
    const scheduler = await schedules.queue.getJobScheduler(schedulerId(id));
    const due = lookDueJobSchema.parse(scheduler?.template?.data);
    expect(due).toMatchObject({ every: 'hourly', workspace: person.workspaceId });
    await until('the end of the plan', () => Date.now() > endMs);
    expect(await schedules.rhythmOf(id)).toBe('hourly');

    const { timestamp } = await schedules.queue.add(LOOK_DUE_JOB_NAME, due);

    await become('weekly', [id]);
    const slot = slotOf('hourly', id, timestamp);
    expect(await product.looks.queue.getJob(`look-${lookId({ ...due, slot })}`)).toBeDefined();
  });

  it('of a keyword that was given up while it changed is found out when it comes due', async () => {
    const person = await product.signUp('Leaving Person');
    const id = await track(person, 'stray planner');
    await become('weekly', [id]);
    const scheduler = await schedules.queue.getJobScheduler(schedulerId(id));
    const due = lookDueJobSchema.parse(scheduler?.template?.data);
    await product.ask(`/api/v1/tracked-keywords/${id}`, { method: 'DELETE', headers: person.as });
    await until('its end', async () => (await schedules.rhythmOf(id)) === undefined);
    await schedules.plan({ ...due, every: 'hourly' });

    await schedules.queue.add(LOOK_DUE_JOB_NAME, due);

    await until('its end again', async () => (await schedules.rhythmOf(id)) === undefined);
  });

  it('is restored after Redis lost everything', async () => {
    const [large, small] = [await product.signUp('Large Person'), await product.signUp('Small Person')];
    const hourly = [await track(large, 'kept planner')];
    const weekly = [await track(small, 'kept planner')];
    await tell(large, 'Started', 'agency');
    await become('hourly', hourly);
    await become('weekly', weekly);

    await product.queueConnection.flushall();

    await become('hourly', hourly);
    await become('weekly', weekly);
  });
});

describe('the demo workspace', () => {
  it('is looked at every day, whatever its plan, and without a demo as any other', async () => {
    const agency = () => Promise.resolve('agency' as const);
    expect(await rhythmByPlan(agency, { DEMO: true })(DEMO_WORKSPACE)).toBe('daily');
    expect(await rhythmByPlan(agency, { DEMO: true })(randomUUID())).toBe('hourly');
    expect(await rhythmByPlan(agency, { DEMO: false })(DEMO_WORKSPACE)).toBe('hourly');
  });
});
