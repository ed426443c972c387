import { v5 as uuidV5 } from 'uuid';
import { z } from 'zod';
import { LOOK_RHYTHMS, type LookRhythm } from '../values/plans.js';
import { lookJobSchema, type LookJob } from './looks.js';

/**
 * BullMQ queue of due times. A scheduler repeats its template unchanged, while every look needs a slot of its own; so
 * what comes due here only adds its look to the queue of looks.
 */
export const SCHEDULES_QUEUE = 'schedules';
export const LOOK_DUE_JOB_NAME = 'look-due';

/** A look without its slot: the planned time and the rhythm that it was planned by give it. */
export const lookDueJobSchema = lookJobSchema.omit({ slot: true }).extend({
  every: z.enum(LOOK_RHYTHMS),
  /** Whose plan says how often. */
  workspace: z.string().min(1).max(100),
});
export type LookDueJob = z.infer<typeof lookDueJobSchema>;

export const lookOfDue = (due: LookDueJob, slot: string): LookJob => {
  const { look, marketplace, country, keyword, correlationId, causationId } = due;
  return { look, marketplace, country, keyword, slot, correlationId, causationId };
};

/** One scheduler for each tracked keyword, whatever its rhythm: a new rhythm takes the place of the old one. */
export const schedulerId = (trackedKeywordId: string): string => `looks-${trackedKeywordId}`;

const MINUTE_MS = 60_000;
const PERIOD_MINUTES: Readonly<Record<LookRhythm, number>> = { weekly: 10_080, daily: 1_440, hourly: 60 };
/** A Monday, 1970-01-05: weeks are counted from it, and so can days and hours be. */
const FIRST_MONDAY_MS = 4 * 86_400_000;
const SPREAD_NAMESPACE = '94a1f0ce-27e5-4a6e-8b0a-5f3b7c2d9e18';

export const periodMs = (every: LookRhythm): number => PERIOD_MINUTES[every] * MINUTE_MS;

/** Start of the hour, day or week (from Monday) that a moment is in, UTC. */
function periodStartMs(every: LookRhythm, atMs: number): number {
  const period = periodMs(every);
  return Math.floor((atMs - FIRST_MONDAY_MS) / period) * period + FIRST_MONDAY_MS;
}

/** Which minute of its hour, day or week: always the same, and spread evenly so that not all keywords come due at once. */
const dueMinute = (every: LookRhythm, trackedKeywordId: string): number =>
  parseInt(uuidV5(trackedKeywordId, SPREAD_NAMESPACE).slice(0, 8), 16) % PERIOD_MINUTES[every];

/** Slot of the look of an hour, a day or a week, UTC: `daily-<id>-2026-03-14`. A retry, however late, has that of its planned time. */
export function slotOf(every: LookRhythm, trackedKeywordId: string, plannedMs: number): string {
  const start = new Date(periodStartMs(every, plannedMs)).toISOString();
  return `${every}-${trackedKeywordId}-${start.slice(0, every === 'hourly' ? 13 : 10)}`;
}

/** Cron pattern, UTC. */
export function patternOf(every: LookRhythm, trackedKeywordId: string): string {
  const due = dueMinute(every, trackedKeywordId);
  const minute = due % 60;
  const hour = Math.floor(due / 60) % 24;
  if (every === 'hourly') return `${minute} * * * *`;
  if (every === 'daily') return `${minute} ${hour} * * *`;
  // Cron counts the days of the week from Sunday.
  return `${minute} ${hour} * * ${(Math.floor(due / 1_440) + 1) % 7}`;
}

/** When the look was due last, `atMs` included; milliseconds since 1970. */
export function lastDueMs(every: LookRhythm, trackedKeywordId: string, atMs: number): number {
  const due = periodStartMs(every, atMs) + dueMinute(every, trackedKeywordId) * MINUTE_MS;
  return due <= atMs ? due : due - periodMs(every);
}
