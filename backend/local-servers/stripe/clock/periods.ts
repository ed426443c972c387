export interface Step {
  readonly interval: string;
  readonly interval_count: number;
}

const DAY = 86_400;

/** `times` steps after the anchor, by the calendar (UTC): from 31 January a month leads to the last day of February. */
export function after(anchor: number, step: Step, times: number): number {
  const count = step.interval_count * times;
  if (step.interval === 'day') return anchor + count * DAY;
  if (step.interval === 'week') return anchor + count * 7 * DAY;
  const months = step.interval === 'year' ? count * 12 : count;
  const from = new Date(anchor * 1_000);
  const first = new Date(from);
  first.setUTCDate(1);
  first.setUTCMonth(first.getUTCMonth() + months);
  const daysInMonth = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(from.getUTCDate(), daysInMonth));
  return Math.floor(first.getTime() / 1_000);
}

/** The first end of a period that lies behind `start`, counted from the anchor so that days do not drift. */
export function periodEnd(anchor: number, step: Step, start: number): number {
  for (let times = 1; ; times += 1) {
    const end = after(anchor, step, times);
    if (end > start) return end;
  }
}
