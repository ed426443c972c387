import type { Events } from '../storage/events.js';
import { describedBy, END_OF_STREAM } from '../storage/places.js';
import type { Stream } from '../storage/streams.js';

/** The part of a stream that may be read. */
export interface ReadableRange {
  readonly first: number;
  readonly last: number;
}

/**
 * Applies `$tb`, `$maxCount` and `$maxAge`. A metadata stream shows its newest event alone. Where the clock was set back, an event
 * that is too old stays to be read as long as one before it is young enough.
 */
export function readableRange(
  stream: Stream,
  { events, nowMs }: { readonly events: Events; readonly nowMs: () => number },
): ReadableRange {
  const { maxCount, maxAgeMs, truncateBefore } = stream.truncation;
  const last = stream.isTombstoned ? END_OF_STREAM : stream.last;
  const kept = describedBy(stream.name) === undefined ? maxCount : 1;
  const byCount = kept === undefined ? 0 : stream.last - kept + 1;
  const first = Math.max(0, byCount, truncateBefore ?? 0);
  if (maxAgeMs === undefined || stream.ref === undefined || first > last) return { first, last };
  const young = events.firstSince(stream.ref, first, nowMs() - maxAgeMs);
  return { first: young ?? last + 1, last };
}
