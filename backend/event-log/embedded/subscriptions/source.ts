import type { CommittedEvent } from '../appending/log-writer.js';

/** What a subscription sends next. */
export interface Portion {
  readonly frames: readonly Buffer[];
  /** True when nothing more is stored behind this portion. */
  readonly isLast: boolean;
  /** True when the stream is tombstoned: this is the last that anyone hears of it. */
  readonly isTombstoned: boolean;
}

/** Where a subscription's events come from; it remembers how far the subscriber has got. */
export interface Source {
  /** The next events from the file. */
  next(): Portion;
  /** The same for events that have just been committed, in order and without a gap to what was taken before. */
  take(events: readonly CommittedEvent[]): Portion;
}
