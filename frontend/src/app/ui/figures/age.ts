export type AgeUnit = 'now' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';
export interface Age {
  unit: AgeUnit;
  count: number;
}

const MINUTE_MS = 60_000;
const STEPS: readonly [AgeUnit, number][] = [
  ['year', 365 * 24 * 60],
  ['month', 30 * 24 * 60],
  ['week', 7 * 24 * 60],
  ['day', 24 * 60],
  ['hour', 60],
  ['minute', 1],
];

/** How long ago a moment was, in the largest whole unit; a moment of the last minute, or ahead of our clock, is "now". */
export function ageOf(iso: string, nowMs: number): Age {
  const minutes = (nowMs - Date.parse(iso)) / MINUTE_MS;
  for (const [unit, size] of STEPS) {
    // Two weeks read better as "2 weeks" than as "14 days", and nine days better than "1 week".
    if (minutes >= size * (unit === 'week' ? 2 : 1)) return { unit, count: Math.floor(minutes / size) };
  }
  return { unit: 'now', count: 0 };
}
