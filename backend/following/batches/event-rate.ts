const WINDOW_MS = 5_000;

/** Counts what was applied over the last five seconds. Times are ms of a clock that never goes back. */
export class EventRate {
  private counted: { at: number; events: number }[] = [];
  private readonly startedAt: number;

  constructor(now: number) {
    this.startedAt = now;
  }

  add(events: number, now: number): void {
    this.counted = this.counted.filter((entry) => entry.at >= now - WINDOW_MS);
    this.counted.push({ at: now, events });
  }

  perSecond(now: number): number {
    const recent = this.counted.filter((entry) => entry.at >= now - WINDOW_MS);
    const total = recent.reduce((sum, entry) => sum + entry.events, 0);
    const elapsedMs = Math.max(Math.min(now - this.startedAt, WINDOW_MS), 100);
    return (total * 1_000) / elapsedMs;
  }
}
