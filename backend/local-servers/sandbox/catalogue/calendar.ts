export const WEEK_MS = 7 * 24 * 3_600_000;
export const DAYS_IN_YEAR = 365.2425;
const DAY_MS = 24 * 3_600_000;

/** A Monday. Before it nothing was sold and nothing searched. */
const FIRST_WEEK = Date.parse('2018-01-01T00:00:00Z');

/** Weeks since the first Monday of 2018, with the part of the running week as a fraction; never below 0. */
export const weeksAt = (at: Date): number => Math.max(0, (at.getTime() - FIRST_WEEK) / WEEK_MS);

/** Day of the year, 0 to 365, on which a week begins. */
export function dayOfYear(week: number): number {
  const days = week * 7 + FIRST_WEEK / DAY_MS;
  return Math.floor(((days % DAYS_IN_YEAR) + DAYS_IN_YEAR) % DAYS_IN_YEAR);
}

/** Years from the start of 2024, when the bases of the catalogue hold, to the middle of a week. */
export const yearsFrom2024 = (week: number): number => ((week - 313) * 7) / DAYS_IN_YEAR;
