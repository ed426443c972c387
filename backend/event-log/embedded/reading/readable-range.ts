import { describedBy, END_OF_STREAM } from '../storage/places.js';
import type { Stream } from '../storage/streams.js';

/** The part of a stream that may be read. */
export interface ReadableRange {
  readonly first: number;
  readonly last: number;
  /** Epoch milliseconds; older events are hidden. */
  readonly createdSinceMs: number;
}

/** Applies `$tb`, `$maxCount` and `$maxAge`. A metadata stream shows its newest event alone. */
export function readableRange(stream: Stream, nowMs: number): ReadableRange {
  const { maxCount, maxAgeMs, truncateBefore } = stream.truncation;
  const last = stream.isTombstoned ? END_OF_STREAM : stream.last;
  const kept = describedBy(stream.name) === undefined ? maxCount : 1;
  const byCount = kept === undefined ? 0 : stream.last - kept + 1;
  return {
    first: Math.max(0, byCount, truncateBefore ?? 0),
    last,
    createdSinceMs: maxAgeMs === undefined ? 0 : nowMs - maxAgeMs,
  };
}
