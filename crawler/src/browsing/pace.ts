import type { Redis } from 'ioredis';
import { setTimeout as wait } from 'node:timers/promises';

/** Hosts are asked in turn, each at most once in an interval, however many workers there are. */
export interface Pace {
  /** Resolves when it is this caller's turn to ask the host once. @throws AbortError when told to stop waiting. */
  turn(host: string, signal: AbortSignal): Promise<void>;
}

/** Hosts are asked "at most once a second"; the tenth more is for timers and networks, which are not exact. */
export const LIVE_INTERVAL_MS = 1_100;

/** Keeps the next free moment of a host, by the clock of Redis, and hands out the one after it. */
const TAKE_TURN = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local turn = math.max(now, tonumber(redis.call('GET', KEYS[1]) or '0'))
local interval = tonumber(ARGV[1])
redis.call('SET', KEYS[1], string.format('%.0f', turn + interval), 'PX', string.format('%.0f', turn - now + interval))
return turn - now`;

export function sharedPace(redis: Redis, intervalMs: number): Pace {
  if (intervalMs <= 0) return { turn: (_host, signal) => Promise.resolve(signal.throwIfAborted()) };
  return {
    async turn(host, signal) {
      const waitMs = Number(await redis.eval(TAKE_TURN, 1, `crawler:next-turn:${host}`, intervalMs));
      await wait(waitMs, undefined, { signal });
    },
  };
}
