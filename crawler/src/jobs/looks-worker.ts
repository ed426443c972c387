import { DelayedError, UnrecoverableError, WaitingError, Worker, type Job } from 'bullmq';
import type { Redis } from 'ioredis';
import type { z } from 'zod';
import type { LookOutcome } from '../../../backend/contracts/events/collection/look-outcome.js';
import {
  FINISH_CRAWL_JOB_NAME,
  finishCrawlJobSchema,
  LOOK_JOB_NAMES,
  LOOKS_QUEUE,
  lookJobSchema,
  type LookJob,
} from '../../../backend/contracts/jobs/looks.js';
import { MARKETPLACE_REGISTRY } from '../marketplaces/registry.js';
import { RecordingUnavailable, type Recorder } from '../recording/recorder.js';
import { failLook } from './fail-look.js';
import { finishCrawl } from './finish-crawl.job.js';
import { observeKeyword } from './observe-keyword.job.js';
import { observeSuggestions } from './observe-suggestions.job.js';
import { LookFailed, type Attempt, type Outlook } from './outlook.js';
import { nothingSeen } from './see-page.js';

export interface LooksWorkerOptions {
  /** With `maxRetriesPerRequest: null`, as BullMQ wants it. */
  readonly redis: Redis;
  readonly browsing: Outlook['browsing'];
  readonly recorder: Recorder;
  readonly concurrency: number;
  /** How long a running look may go on after `close`; then it is given back to the queue. */
  readonly graceMs: number;
  readonly onTrouble: (message: string) => void;
}

export interface LooksWorker {
  close(): Promise<void>;
}

/** Pause before a job is taken up again while the event log is away; it costs the look none of its tries. */
const LOG_AWAY_PAUSE_MS = 2_000;
/** A worker that dies takes its look with it; so often is it taken up by another. */
const MOST_STALLS = 3;
/** A worker says at half of this time that it still has its look; one that does not is dead. Looks never block so long. */
const HOLD_MS = 10_000;
const LOOK_FOR_DEAD_EVERY_MS = 5_000;

function read<T>(schema: z.ZodType<T>, job: Job<unknown>): T {
  const parsed = schema.safeParse(job.data);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UnrecoverableError(`job ${job.id}: ${issue?.path.join('.')}: ${issue?.message}`);
}

const attemptOf = (job: Job<unknown>): Attempt => ({
  number: job.attemptsMade + 1,
  most: Math.max(1, job.opts.attempts ?? 1),
});

async function look(job: Job<unknown>, outlook: Outlook): Promise<LookOutcome> {
  const data = read(lookJobSchema, job);
  const attempt = attemptOf(job);
  try {
    return data.look === 'search'
      ? await observeKeyword(data, attempt, outlook)
      : await observeSuggestions(data, attempt, outlook);
  } catch (error) {
    const isExpected = error instanceof LookFailed || error instanceof RecordingUnavailable;
    if (isExpected || outlook.signal.aborted || attempt.number < attempt.most) throw error;
    return brokenOff(data, attempt, error, outlook);
  }
}

/** Our own fault, on the last try: it is said in the log too, or the crawl would never end. */
function brokenOff(data: LookJob, attempt: Attempt, error: unknown, outlook: Outlook): Promise<LookOutcome> {
  const at = nothingSeen(MARKETPLACE_REGISTRY[data.marketplace], data);
  const why = error instanceof Error ? error.message : String(error);
  const detail = `The crawler broke off: ${why.split('\n')[0]}`;
  return failLook(data, attempt, { ok: false, at, reason: 'unavailable', detail, isFinal: true }, outlook);
}

async function take(job: Job<unknown>, outlook: Outlook): Promise<unknown> {
  if (Object.values(LOOK_JOB_NAMES).includes(job.name)) return look(job, outlook);
  if (job.name === FINISH_CRAWL_JOB_NAME)
    return finishCrawl(read(finishCrawlJobSchema, job), await job.getChildrenValues<unknown>(), outlook);
  throw new UnrecoverableError(`no job is named ${job.name}`);
}

/** Takes looks from the queue until it is closed. */
export async function startLooksWorker(options: LooksWorkerOptions): Promise<LooksWorker> {
  const { redis, browsing, recorder, onTrouble } = options;
  const leaving = new AbortController();
  const outlook: Outlook = { browsing, recorder, signal: leaving.signal };

  const worker = new Worker<unknown>(
    LOOKS_QUEUE,
    async (job, token) => {
      try {
        return await take(job, outlook);
      } catch (error) {
        if (leaving.signal.aborted) {
          await job.moveToWait(token);
          throw new WaitingError();
        }
        if (!(error instanceof LookFailed)) onTrouble(`${job.name} ${job.id}: ${said(error)}`);
        if (!(error instanceof RecordingUnavailable)) throw error;
        await job.moveToDelayed(Date.now() + LOG_AWAY_PAUSE_MS, token);
        throw new DelayedError();
      }
    },
    {
      connection: redis,
      concurrency: options.concurrency,
      maxStalledCount: MOST_STALLS,
      lockDuration: HOLD_MS,
      stalledInterval: LOOK_FOR_DEAD_EVERY_MS,
    },
  );
  worker.on('error', (error) => onTrouble(`the queue is troubled: ${said(error)}`));
  await worker.waitUntilReady();

  return {
    async close() {
      const patience = setTimeout(() => leaving.abort(), options.graceMs);
      await worker.close();
      clearTimeout(patience);
    },
  };
}

const said = (error: unknown): string => (error instanceof Error ? error.message : String(error));
