import { Queue, Worker, type Job } from 'bullmq';
import { dailySlot, lookDueJobSchema, SCHEDULES_QUEUE } from '../../../contracts/jobs/schedules.js';
import type { LooksQueue } from './looks-queue.js';
import { redisForQueues } from './redis.js';

/** How a due time is worked off; the queue of looks may be away for a moment. */
export const DUE_JOB_OPTIONS = { attempts: 10, backoff: { type: 'exponential', delay: 1_000 } } as const;
const KEEP = { removeOnComplete: { count: 1_000 }, removeOnFail: { count: 1_000 } };

/** Due times of daily looks. */
export interface SchedulesQueue {
  readonly queue: Queue;
  close(): Promise<void>;
}

export function openSchedulesQueue(redisUrl: string, onError: (error: Error) => void): SchedulesQueue {
  const connection = redisForQueues(redisUrl, onError);
  const queue = new Queue(SCHEDULES_QUEUE, { connection, defaultJobOptions: KEEP });
  queue.on('error', onError);
  return {
    queue,
    async close() {
      await queue.close();
      connection.disconnect();
    },
  };
}

/** A scheduler's job is named by its planned time: `repeat:<scheduler>:<milliseconds>`. */
function plannedMs(job: DueJob): number {
  const planned = /:(\d{13})$/.exec(job.id ?? '')?.[1];
  return planned === undefined ? job.timestamp : Number(planned);
}

type DueJob = Pick<Job<unknown>, 'id' | 'data' | 'timestamp'>;

/** Turns each due time into the look of its day. The look's id follows from the day, so a repeat adds nothing. */
export async function addDueLook(job: DueJob, looks: Pick<LooksQueue, 'look'>): Promise<void> {
  const due = lookDueJobSchema.parse(job.data);
  // The planned time, not the time of running: a look that runs late, past midnight, is still its own day's.
  await looks.look({ ...due, slot: dailySlot(due.correlationId, plannedMs(job)) });
}

/** Works off due times until it is closed. */
export function startDueLooks(
  redisUrl: string,
  looks: LooksQueue,
  onError: (error: Error) => void,
): { close(): Promise<void> } {
  const connection = redisForQueues(redisUrl, onError);
  const worker = new Worker<unknown>(SCHEDULES_QUEUE, (job) => addDueLook(job, looks), { connection });
  worker.on('error', onError);
  worker.on('failed', (_job, error) => onError(error));
  return {
    async close() {
      await worker.close();
      connection.disconnect();
    },
  };
}
