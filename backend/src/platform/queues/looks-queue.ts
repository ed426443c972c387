import { FlowProducer, Queue } from 'bullmq';
import {
  LOOK_ATTEMPTS,
  LOOK_BACKOFF_MS,
  LOOK_JOB_NAMES,
  LOOKS_QUEUE,
  lookJobId,
  lookJobSchema,
  type LookJob,
} from '../../../contracts/jobs/looks.js';
import { redisForQueues } from './redis.js';

const DAY_S = 86_400;

/** Ended jobs stay for a look at what happened, and go when they are old. The record of looks is the event log. */
const KEEP = {
  removeOnComplete: { age: DAY_S, count: 5_000 },
  removeOnFail: { age: 7 * DAY_S, count: 5_000 },
};

/** How a look is tried: retries with a growing pause. */
export const LOOK_JOB_OPTIONS = {
  attempts: LOOK_ATTEMPTS,
  backoff: { type: 'exponential', delay: LOOK_BACKOFF_MS },
  ...KEEP,
} as const;
export const FINISH_JOB_OPTIONS = {
  attempts: LOOK_ATTEMPTS,
  backoff: { type: 'exponential', delay: LOOK_BACKOFF_MS },
  ...KEEP,
} as const;

/** The queue of looks as those who ask for looks see it. */
export interface LooksQueue {
  readonly queue: Queue;
  readonly flows: FlowProducer;
  /** Adds one look; the same look again is the same job. */
  look(job: LookJob): Promise<void>;
  close(): Promise<void>;
}

export function openLooksQueue(redisUrl: string, onError: (error: Error) => void): LooksQueue {
  const connection = redisForQueues(redisUrl, onError);
  const queue = new Queue(LOOKS_QUEUE, { connection, defaultJobOptions: KEEP });
  const flows = new FlowProducer({ connection });
  queue.on('error', onError);
  flows.on('error', onError);
  return {
    queue,
    flows,
    async look(job) {
      const data = lookJobSchema.parse(job);
      await queue.add(LOOK_JOB_NAMES[data.look], data, { jobId: lookJobId(data), ...LOOK_JOB_OPTIONS });
    },
    async close() {
      await Promise.all([queue.close(), flows.close()]);
      connection.disconnect();
    },
  };
}
