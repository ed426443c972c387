export const INTERVALS = ['day', 'week', 'month'] as const;
export type Interval = (typeof INTERVALS)[number];

const DAY_MS = 86_400_000;

/**
 * The first day of the day, week (Monday) or month in UTC that a moment lies in.
 * @returns `2026-03-09`
 */
export function bucketOf(moment: string, interval: Interval): string {
  const day = moment.slice(0, 10);
  if (interval === 'day') return day;
  if (interval === 'month') return `${day.slice(0, 7)}-01`;
  return mondays.get(day) ?? rememberMonday(day);
}

/** Every observation asks, and a hundred years have 36,525 days. */
const mondays = new Map<string, string>();

function rememberMonday(day: string): string {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const sinceMonday = (new Date(midnight).getUTCDay() + 6) % 7;
  const monday = new Date(midnight - sinceMonday * DAY_MS).toISOString().slice(0, 10);
  mondays.set(day, monday);
  return monday;
}
