import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { redisForRequests } from './redis.js';

const LOOK_EVERY_MS = 1_000;
/** What a keeper that is gone has left behind goes by itself. */
const KEPT_S = 86_400;

/** Only where the mark is still our own: somebody may have emptied Redis while we filled it. */
const REPLACE = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('set', KEYS[1], ARGV[2], 'EX', ARGV[3]) end`;

export interface QueueKeeperOptions {
  readonly redisUrl: string;
  /** Puts into the queues whatever they lack. Called at the start, too; must bear to be called at any time. */
  readonly restore: (signal: AbortSignal) => Promise<void>;
  readonly onError: (error: Error) => void;
  readonly lookEveryMs?: number;
}

/**
 * Notices when Redis may have lost what was put into it, and has it restored. Redis keeps a mark of ours that names the
 * run of the server: no mark, and Redis was emptied; another run, and it was restarted or replaced, and what it took in
 * last may be gone. Each process has a mark of its own and restores for itself, so nobody relies on another to live.
 */
export function keepQueues(options: QueueKeeperOptions): { close(): Promise<void> } {
  const { redisUrl, restore, onError, lookEveryMs = LOOK_EVERY_MS } = options;
  const redis = redisForRequests(redisUrl, () => undefined); // the queues' own connections tell of troubles
  const mark = `queues:filled-by:${randomUUID()}`;
  const stopping = new AbortController();

  async function look(): Promise<void> {
    const run = await runOf(redis);
    if ((await redis.getex(mark, 'EX', KEPT_S)) === run) return;
    const attempt = randomUUID();
    await redis.set(mark, attempt, 'EX', KEPT_S);
    await restore(stopping.signal);
    await redis.eval(REPLACE, 1, mark, attempt, run, KEPT_S);
  }

  async function keep(): Promise<void> {
    const { signal } = stopping;
    while (!signal.aborted) {
      await look().catch((error: unknown) => {
        if (!signal.aborted) onError(error instanceof Error ? error : new Error(String(error)));
      });
      await pause(lookEveryMs, undefined, { signal }).catch(() => undefined);
    }
  }

  const keeping = keep();
  return {
    async close() {
      stopping.abort();
      redis.disconnect();
      await keeping;
    },
  };
}

/** A new one at each start of the server. */
async function runOf(redis: Redis): Promise<string> {
  const told = /^run_id:(\S+)/m.exec(await redis.info('server'))?.[1];
  if (told === undefined) throw new Error('Redis does not tell its run_id');
  return told;
}
