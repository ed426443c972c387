import type { StatementSync } from 'node:sqlite';
import type { EventFile } from './event-file.js';
import { describedBy, END_OF_STREAM } from './places.js';
import { NO_TRUNCATION, type Truncation } from './stream-metadata.js';

/** What is known of one stream. Changed by the writer alone, inside its transaction. */
export interface Stream {
  readonly name: string;
  /** Number of the stream in the file; undefined until something of it is stored. */
  ref: number | undefined;
  /** Revision of the last event, -1 when there never was one. */
  last: number;
  /** Checksum of all its frames, one after another. */
  chain: number;
  isTombstoned: boolean;
  truncation: Truncation;
}

/** Streams remembered at most; any other is looked up when it is needed. */
const REMEMBERED = 20_000;

/** Every stream of the file by name and number. */
export class Streams {
  private readonly remembered = new Map<string, Stream>();
  private readonly selectByName: StatementSync;
  private readonly selectName: StatementSync;
  private readonly selectLast: StatementSync;
  private readonly insert: StatementSync;
  private readonly update: StatementSync;

  constructor(file: EventFile) {
    this.selectByName = file.prepare(
      'select ref, max_count, max_age_ms, truncate_before from streams where name = ?',
    );
    this.selectName = file.prepare('select name from streams where ref = ?');
    this.selectLast = file.prepare(
      'select revision, stream_chain from events where stream = ? order by revision desc limit 1',
    );
    this.insert = file.prepare('insert into streams (name) values (?)');
    this.update = file.prepare(
      'update streams set max_count = ?, max_age_ms = ?, truncate_before = ? where ref = ?',
    );
  }

  /** The stream of this name, stored or not. */
  named(name: string): Stream {
    const known = this.remembered.get(name);
    if (known !== undefined) return known;
    const stream = this.load(name);
    if (this.remembered.size >= REMEMBERED) this.forgetOldest();
    this.remembered.set(name, stream);
    return stream;
  }

  /** A metadata stream dies with the stream that it describes. */
  isTombstoned(stream: Stream): boolean {
    if (stream.isTombstoned) return true;
    const described = describedBy(stream.name);
    return described !== undefined && described !== '' && this.named(described).isTombstoned;
  }

  nameOf(ref: number): string {
    const row = columns(this.selectName.get(ref));
    return Buffer.from(row?.[0] as Uint8Array).toString('utf8');
  }

  /** The number of a stream about to be written to; gives it one if it has none. */
  refFor(stream: Stream): number {
    stream.ref ??= Number(this.insert.run(Buffer.from(stream.name, 'utf8')).lastInsertRowid);
    return stream.ref;
  }

  setTruncation(stream: Stream, truncation: Truncation): void {
    const { maxCount, maxAgeMs, truncateBefore } = truncation;
    this.update.run(maxCount ?? null, maxAgeMs ?? null, truncateBefore ?? null, this.refFor(stream));
    stream.truncation = truncation;
  }

  /** After a rollback what is remembered may never have been stored. */
  forgetAll(): void {
    this.remembered.clear();
  }

  private load(name: string): Stream {
    const stream = {
      name,
      ref: undefined,
      last: -1,
      chain: 0,
      isTombstoned: false,
      truncation: NO_TRUNCATION,
    };
    const row = columns(this.selectByName.get(Buffer.from(name, 'utf8')));
    if (row === undefined) return stream;
    const ref = Number(row[0]);
    const [last, chain] = columns(this.selectLast.get(ref)) ?? [];
    return {
      ...stream,
      ref,
      last: typeof last === 'number' ? last : -1,
      chain: typeof chain === 'number' ? chain : 0,
      isTombstoned: last === END_OF_STREAM,
      truncation: {
        maxCount: optional(row[1]),
        maxAgeMs: optional(row[2]),
        truncateBefore: optional(row[3]),
      },
    };
  }

  private forgetOldest(): void {
    const [oldest] = this.remembered.keys();
    if (oldest !== undefined) this.remembered.delete(oldest);
  }
}

export const isSoftDeleted = (stream: Stream): boolean => stream.truncation.truncateBefore === END_OF_STREAM;

/** Statements of an EventFile return arrays, which the types of node:sqlite do not know. */
export const columns = (row: unknown): readonly unknown[] | undefined =>
  row as readonly unknown[] | undefined;

const optional = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
