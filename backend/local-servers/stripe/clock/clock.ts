import type { Store } from '../store/store.js';

const OFFSET = 'clock-offset';

/** The double's clock, in whole seconds: the real one, as far ahead as it was moved. */
export class Clock {
  private standing: number | undefined;

  constructor(
    private readonly store: Store,
    private readonly real: () => Date,
  ) {}

  private get realSeconds(): number {
    return Math.floor(this.real().getTime() / 1_000);
  }

  get now(): number {
    return this.standing ?? this.realSeconds + (this.store.note<number>(OFFSET) ?? 0);
  }

  /** Goes on from there; never back. */
  moveTo(seconds: number): void {
    if (seconds > this.now) this.store.setNote(OFFSET, seconds - this.realSeconds);
  }

  /** What is done late says the moment at which it was due. */
  at<T>(seconds: number, work: () => T): T {
    this.standing = seconds;
    try {
      return work();
    } finally {
      this.standing = undefined;
    }
  }
}
