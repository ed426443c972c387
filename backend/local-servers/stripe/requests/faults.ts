export const FAULTS = ['timeout', '500', '429', 'applied-but-no-answer'] as const;
export type FaultKind = (typeof FAULTS)[number];

/** What the next requests meet, for tests. Forgotten when the double stops. */
export class Faults {
  private waiting: { kind: FaultKind; left: number; path: string } | undefined;

  /** The next `times` requests below `path` (all, if it is not given) fail in that way. */
  expect(kind: FaultKind, times: number, path = '/v1/'): void {
    this.waiting = times > 0 ? { kind, left: times, path } : undefined;
  }

  next(path: string): FaultKind | undefined {
    const { waiting } = this;
    if (!waiting || !path.startsWith(waiting.path)) return undefined;
    waiting.left -= 1;
    if (waiting.left === 0) this.waiting = undefined;
    return waiting.kind;
  }
}
