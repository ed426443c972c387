import { v5 as uuidV5 } from 'uuid';
import { type z } from 'zod';
import { lookJobSchema } from './looks.js';

/**
 * BullMQ queue of due times. A scheduler repeats its template unchanged, while every day's look needs a slot of its
 * own; so what comes due here only adds the day's look to the queue of looks.
 */
export const SCHEDULES_QUEUE = 'schedules';
export const LOOK_DUE_JOB_NAME = 'look-due';

/** A look without its slot: the day gives it. */
export const lookDueJobSchema = lookJobSchema.omit({ slot: true });
export type LookDueJob = z.infer<typeof lookDueJobSchema>;

/** One scheduler for each tracked keyword. */
export const dailySchedulerId = (trackedKeywordId: string): string => `daily-${trackedKeywordId}`;

/** Slot of the look that is due on a day, UTC. */
export const dailySlot = (trackedKeywordId: string, dueMs: number): string =>
  `daily-${trackedKeywordId}-${new Date(dueMs).toISOString().slice(0, 10)}`;

const MINUTE_MS = 60_000;
const MINUTES_A_DAY = 1_440;
const DAY_MS = MINUTES_A_DAY * MINUTE_MS;
const SPREAD_NAMESPACE = '94a1f0ce-27e5-4a6e-8b0a-5f3b7c2d9e18';

/** The same minute every day, spread evenly so that all keywords do not come due at once. */
const dueMinute = (trackedKeywordId: string): number =>
  parseInt(uuidV5(trackedKeywordId, SPREAD_NAMESPACE).slice(0, 8), 16) % MINUTES_A_DAY;

/** Cron pattern, UTC. */
export function dailyPattern(trackedKeywordId: string): string {
  const minute = dueMinute(trackedKeywordId);
  return `${minute % 60} ${Math.floor(minute / 60)} * * *`;
}

/** When the daily look was due last, `atMs` included; milliseconds since 1970. */
export function lastDueMs(trackedKeywordId: string, atMs: number): number {
  const dueToday = Math.floor(atMs / DAY_MS) * DAY_MS + dueMinute(trackedKeywordId) * MINUTE_MS;
  return dueToday <= atMs ? dueToday : dueToday - DAY_MS;
}
