import { Queue, Worker, type Job } from 'bullmq';
import type { LookJob } from '../../../contracts/jobs/looks.js';
import {
  LOOK_DUE_JOB_NAME,
  lookDueJobSchema,
  lookOfDue,
  patternOf,
  SCHEDULES_QUEUE,
  schedulerId,
  slotOf,
  type LookDueJob,
} from '../../../contracts/jobs/schedules.js';
import type { LookRhythm } from '../../../contracts/values/plans.js';
import type { LooksQueue } from './looks-queue.js';
import { redisForQueues } from './redis.js';

/** How a due time is worked off; the queue of looks may be away for a moment. */
const DUE_JOB_OPTIONS = { attempts: 10, backoff: { type: 'exponential', delay: 1_000 } } as const;
const KEEP = { removeOnComplete: { count: 1_000 }, removeOnFail: { count: 1_000 } };

/** Due times of the looks at tracked keywords. */
export interface SchedulesQueue {
  readonly queue: Queue;
  /**
   * Plans the looks at a tracked keyword in place of those that were planned for it.
   * @returns a look whose time had come, and which may have been taken away before it was worked off
   */
  plan(due: LookDueJob): Promise<LookJob | undefined>;
  /**
   * Gives the looks that are planned at a tracked keyword another rhythm, where they have another.
   * @returns as `plan` does, or that nothing is planned
   */
  change(trackedKeywordId: string, every: LookRhythm): Promise<LookJob | undefined | 'nothing planned'>;
  /** Undefined where nothing is planned. */
  rhythmOf(trackedKeywordId: string): Promise<LookRhythm | undefined>;
  cancel(trackedKeywordId: string): Promise<void>;
  close(): Promise<void>;
}

interface Planned {
  readonly due: LookDueJob;
  readonly nextMs: number | undefined;
}

export function openSchedulesQueue(redisUrl: string, onError: (error: Error) => void): SchedulesQueue {
  const connection = redisForQueues(redisUrl, onError);
  const queue = new Queue(SCHEDULES_QUEUE, { connection, defaultJobOptions: KEEP });
  queue.on('error', onError);
  const planned = async (trackedKeywordId: string): Promise<Planned | undefined> => {
    const scheduler = await queue.getJobScheduler(schedulerId(trackedKeywordId));
    const { success, data } = lookDueJobSchema.safeParse(scheduler?.template?.data);
    return success ? { due: data, nextMs: scheduler?.next } : undefined;
  };
  async function replace(before: Planned | undefined, due: LookDueJob): Promise<LookJob | undefined> {
    const id = due.correlationId;
    await queue.upsertJobScheduler(
      schedulerId(id),
      { pattern: patternOf(due.every, id), tz: 'UTC' },
      { name: LOOK_DUE_JOB_NAME, data: due, opts: DUE_JOB_OPTIONS },
    );
    if (before?.nextMs === undefined || before.nextMs > Date.now()) return undefined;
    return lookOf(before.due, before.nextMs);
  }
  return {
    queue,
    async plan(due) {
      return replace(await planned(due.correlationId), due);
    },
    async change(trackedKeywordId, every) {
      const before = await planned(trackedKeywordId);
      if (!before) return 'nothing planned';
      return before.due.every === every ? undefined : replace(before, { ...before.due, every });
    },
    async rhythmOf(trackedKeywordId) {
      return (await planned(trackedKeywordId))?.due.every;
    },
    async cancel(trackedKeywordId) {
      await queue.removeJobScheduler(schedulerId(trackedKeywordId));
    },
    async close() {
      await queue.close();
      connection.disconnect();
    },
  };
}

const lookOf = (due: LookDueJob, plannedMs: number): LookJob =>
  lookOfDue(due, slotOf(due.every, due.correlationId, plannedMs));

/** A scheduler's job is named by its planned time: `repeat:<scheduler>:<milliseconds>`. */
function plannedMs(job: DueJob): number {
  const planned = /:(\d{13})$/.exec(job.id ?? '')?.[1];
  return planned === undefined ? job.timestamp : Number(planned);
}

type DueJob = Pick<Job<unknown>, 'id' | 'data' | 'timestamp'>;

/** Told of every due time, once its look was added: by then the workspace may have another plan. */
export type WhenDue = (due: LookDueJob) => Promise<void>;

/** Turns each due time into its look. The look's id follows from the planned time and the rhythm, so a repeat adds nothing. */
export async function addDueLook(
  job: DueJob,
  looks: Pick<LooksQueue, 'look'>,
  whenDue: WhenDue,
): Promise<void> {
  const due = lookDueJobSchema.parse(job.data);
  // The planned time, not the time of running: a look that runs late, past midnight, is still its own day's.
  await looks.look(lookOf(due, plannedMs(job)));
  await whenDue(due);
}

/** Works off due times until it is closed. */
export function startDueLooks(
  redisUrl: string,
  looks: LooksQueue,
  whenDue: WhenDue,
  onError: (error: Error) => void,
): { close(): Promise<void> } {
  const connection = redisForQueues(redisUrl, onError);
  const queue = new Queue(SCHEDULES_QUEUE, { connection });
  queue.on('error', onError);
  const work = async (job: Job<unknown>) => {
    // Planned by a version before rhythms: all is planned anew at each start, so it is one too many.
    const isOld = !lookDueJobSchema.safeParse(job.data).success && job.repeatJobKey !== undefined;
    if (isOld) await queue.removeJobScheduler(job.repeatJobKey ?? '');
    else await addDueLook(job, looks, whenDue);
  };
  const worker = new Worker<unknown>(SCHEDULES_QUEUE, work, { connection });
  worker.on('error', onError);
  worker.on('failed', (_job, error) => onError(error));
  return {
    async close() {
      await worker.close();
      await queue.close();
      connection.disconnect();
    },
  };
}
