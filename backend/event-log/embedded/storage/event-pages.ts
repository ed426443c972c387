import type { StatementSync } from 'node:sqlite';
import { crc32 } from 'node:zlib';
import { madeBuffer } from '../memory-limits.js';
import type { EventFile } from './event-file.js';
import { EventFileDamaged } from './file-errors.js';
import { END_OF_STREAM, POSITION_STEP } from './places.js';
import { columns } from './streams.js';

/** Some events in ascending order. */
export interface Page {
  /** Their frames back to back, as a read sends them. */
  readonly bytes: Buffer;
  readonly count: number;
  /** Place of the first and the last: positions in `$all`, revisions in a stream. */
  readonly first: number;
  readonly last: number;
}

/** Bytes that one page may hold, unless a single event is larger: what a lagging reader keeps in memory. */
const PAGE_BYTES = 128 * 1024;
const PAGE_EVENTS = 1_000;
const EMPTY: Page = { bytes: Buffer.alloc(0), count: 0, first: 0, last: 0 };

/**
 * Reads events in pages. SQLite puts the frames of a page together by itself: to make an object of each event would take longer
 * than all the rest. One checksum tells that the page is what was written, whole and in order, since each event carries the
 * checksum of all frames before it. Throws EventFileDamaged where it does not.
 */
export class EventPages {
  private readonly sizeOfAll: StatementSync;
  private readonly all: StatementSync;
  private readonly chainOfAll: StatementSync;
  private readonly sizeOfStream: StatementSync;
  private readonly stream: StatementSync;
  private readonly chainOfStream: StatementSync;
  /** Bytes of an event in the last page: how many to try next. */
  private usualBytes = PAGE_BYTES;

  constructor(file: EventFile) {
    const fromAll = 'events where position >= ?1 order by position limit ?2';
    const fromStream =
      'events indexed by events_by_revision where stream = ?3 and revision between ?1 and ?4 order by revision limit ?2';
    const size = (from: string): StatementSync =>
      file.prepare(`select coalesce(sum(bytes), 0) from (select length(frame) as bytes from ${from})`);
    // The other columns are those of the row that holds the greatest place: SQLite promises it for a lone max().
    const together = (place: string, chain: string, from: string): StatementSync =>
      file.prepare(
        `select max(place), chain, count(*), cast(group_concat(frame, '') as blob)
         from (select ${place} as place, ${chain} as chain, frame from ${from})`,
      );
    this.sizeOfAll = size(fromAll);
    this.all = together('position', 'chain', fromAll);
    this.chainOfAll = file.prepare('select chain from events where position = ?');
    this.sizeOfStream = size(fromStream);
    this.stream = together('revision', 'stream_chain', fromStream);
    this.chainOfStream = file.prepare(
      'select stream_chain from events where revision < ? and stream = ? order by revision desc limit 1',
    );
  }

  /** Events of `$all` from this position on, itself included, at most so many. */
  ofAll(from: number, most = Infinity): Page {
    const first = Math.max(1, Math.ceil(from / POSITION_STEP)) * POSITION_STEP;
    const limit = this.fitting(most, (count) => this.sizeOfAll.get(first, count));
    return this.checked(first, this.all.get(first, limit), POSITION_STEP, () =>
      this.chainOfAll.get(first - POSITION_STEP),
    );
  }

  /** The last events of `$all` before this position, at most so many. */
  ofAllBefore(before: number, most = Infinity): Page {
    const last = (Math.ceil(before / POSITION_STEP) - 1) * POSITION_STEP;
    return endingAt(Math.min(most, last / POSITION_STEP), (count) =>
      this.ofAll(last - (count - 1) * POSITION_STEP, count),
    );
  }

  /** Events of one stream with revisions from `low` to `high`, at most so many. */
  ofStream(streamRef: number, low: number, high: number, most = Infinity): Page {
    const limit = this.fitting(Math.min(most, high - low + 1), (count) =>
      this.sizeOfStream.get(low, count, streamRef, high),
    );
    return this.checked(low, this.stream.get(low, limit, streamRef, high), 1, () =>
      this.chainOfStream.get(low, streamRef),
    );
  }

  /** The last of them, at most so many; `high` must be the revision of an event. */
  ofStreamBefore(streamRef: number, low: number, high: number, most = Infinity): Page {
    return endingAt(Math.min(most, high - low + 1), (count) =>
      this.ofStream(streamRef, high - count + 1, high, count),
    );
  }

  /** How many of at most `most` events to read, so that the page holds no more bytes than it may. */
  private fitting(most: number, size: (count: number) => unknown): number {
    let count = Math.max(1, Math.min(most, PAGE_EVENTS, Math.floor(PAGE_BYTES / this.usualBytes)));
    while (count > 1) {
      const bytes = Number(columns(size(count))?.[0]);
      if (bytes <= PAGE_BYTES) break;
      count = Math.max(1, Math.min(count - 1, Math.floor((count * PAGE_BYTES) / bytes)));
    }
    return count;
  }

  private checked(first: number, row: unknown, step: number, chainBefore: () => unknown): Page {
    const [last, chain, count, blob] = row as [number | null, number, number, Uint8Array];
    if (last === null) return EMPTY;
    const seed = columns(chainBefore())?.[0] ?? 0;
    // A tombstone stands at the end of all revisions, wherever the stream had got to.
    const isWhole = last === first + (count - 1) * step || last === END_OF_STREAM;
    if (!isWhole || typeof seed !== 'number' || crc32(blob, seed) !== chain)
      throw new EventFileDamaged(`the events from ${first} to ${last} are not what was written`);
    const bytes = Buffer.from(blob.buffer, blob.byteOffset, blob.byteLength);
    madeBuffer(bytes.length);
    this.usualBytes = Math.max(PAGE_BYTES / PAGE_EVENTS, bytes.length / count);
    return { bytes, count, first, last };
  }
}

/** A page cut for its size lacks its end, where it was to end with the last event: fewer are tried. */
function endingAt(most: number, read: (count: number) => Page): Page {
  let count = Math.min(most, PAGE_EVENTS);
  if (count <= 0) return EMPTY;
  for (;;) {
    const page = read(count);
    if (page.count === count || page.count === 0) return page;
    count = page.count;
  }
}
