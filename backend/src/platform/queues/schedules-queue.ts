import { Queue, Worker, type Job } from 'bullmq';
import { dailySlot, lookDueJobSchema, SCHEDULES_QUEUE } from '../../../contracts/jobs/schedules.js';
import type { LooksQueue } from './looks-queue.js';
import { redisForQueues } from './redis.js';

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

/** Turns each due time into the look of its day. The look's id follows from the day, so a repeat adds nothing. */
export async function addDueLook(
  job: Pick<Job<unknown>, 'data' | 'timestamp' | 'delay'>,
  looks: LooksQueue,
): Promise<void> {
  const due = lookDueJobSchema.parse(job.data);
  // The planned time, not the time of running: a look that runs late, past midnight, is still its own day's.
  await looks.look({ ...due, slot: dailySlot(due.correlationId, job.timestamp + job.delay) });
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
