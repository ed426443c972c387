const DAY_MS = 86_400_000;

/** A day as `2026-03-14`; the API takes it as the end of that day, UTC. */
export function isDay(text: string | undefined): text is string {
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

/** A day, or a moment such as that of a search made before: `2026-03-14T08:00:00.000Z`. */
export function isMoment(text: string | undefined): text is string {
  if (isDay(text)) return true;
  return (
    text !== undefined &&
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/.test(text) &&
    !Number.isNaN(Date.parse(text))
  );
}

export function dayOf(timeMs: number): string {
  return new Date(timeMs).toISOString().slice(0, 10);
}

/** The days that the slider runs over: from the first one known to today, which stands for now. */
export interface DayRange {
  first: string;
  steps: number;
}

const FALLBACK_DAYS = 365;

export function dayRange(firstKnown: string | undefined, nowMs: number): DayRange {
  const today = Date.parse(dayOf(nowMs));
  const first = firstKnown ? Date.parse(firstKnown.slice(0, 10)) : today - FALLBACK_DAYS * DAY_MS;
  return { first: dayOf(Math.min(first, today)), steps: Math.max(0, Math.round((today - first) / DAY_MS)) };
}

/** Which day a step of the slider is; null for the last step, which is now. */
export function dayAt(range: DayRange, step: number): string | null {
  return step >= range.steps ? null : dayOf(Date.parse(range.first) + Math.max(0, step) * DAY_MS);
}

export function stepOf(range: DayRange, day: string | null): number {
  if (day === null) return range.steps;
  const step = Math.round((Date.parse(day) - Date.parse(range.first)) / DAY_MS);
  return Math.max(0, Math.min(range.steps, step));
}
