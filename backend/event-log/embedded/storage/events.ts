import type { StatementSync } from 'node:sqlite';
import type { EventFile } from './event-file.js';
import { columns } from './streams.js';

/** An event in the file. `frame` is the framed message that a read sends. */
export interface StoredEvent {
  readonly position: number;
  readonly revision: number;
  readonly frame: Buffer;
}

/** An event without its bytes: what a filter looks at. */
export interface EventKind {
  readonly position: number;
  readonly typeRef: number;
  readonly streamRef: number;
}

export interface EventRow extends StoredEvent {
  readonly streamRef: number;
  readonly typeRef: number;
  readonly id: Buffer;
  readonly createdMs: number;
}

/** Bytes that one page of a read may hold: what a lagging reader keeps in memory. */
const PAGE_BYTES = 256 * 1024;
const PAGE_EVENTS = 1_000;
const KIND_PAGE = 4_000;

export interface Page {
  readonly events: readonly StoredEvent[];
  /** False when the page was cut for its size and more follows. */
  readonly isLast: boolean;
}

/** The table of events: appended to, read in pages, never changed. */
export class Events {
  private readonly insert: StatementSync;
  private readonly selectHead: StatementSync;
  private readonly selectPosition: StatementSync;
  private readonly selectFrame: StatementSync;
  private readonly selectId: StatementSync;
  private readonly selectRevisionsOfId: StatementSync;
  private readonly selectPositionOfRevision: StatementSync;
  private readonly selectKinds: StatementSync;
  private readonly allForwards: StatementSync;
  private readonly allBackwards: StatementSync;
  private readonly streamForwards: StatementSync;
  private readonly streamBackwards: StatementSync;

  constructor(file: EventFile) {
    const event = 'select position, revision, frame from events';
    this.insert = file.prepare('insert into events values (?, ?, ?, ?, ?, ?, ?)');
    this.selectHead = file.prepare('select max(position) from events');
    this.selectPosition = file.prepare('select 1 from events where position = ?');
    this.selectFrame = file.prepare('select frame from events where position = ?');
    this.selectId = file.prepare('select id from events where stream = ? and revision = ?');
    this.selectRevisionsOfId = file.prepare(
      'select revision from events indexed by events_by_id where stream = ? and id = ? order by revision desc',
    );
    this.selectPositionOfRevision = file.prepare(
      'select position from events where stream = ? and revision = ?',
    );
    this.selectKinds = file.prepare(
      `select position, type, stream from events indexed by events_by_kind where position > ? order by position limit ${KIND_PAGE}`,
    );
    this.allForwards = file.prepare(`${event} where position >= ? order by position limit ${PAGE_EVENTS}`);
    this.allBackwards = file.prepare(
      `${event} where position < ? order by position desc limit ${PAGE_EVENTS}`,
    );
    const inStream = `${event} where stream = ? and created_ms >= ? and revision between ? and ? order by revision`;
    this.streamForwards = file.prepare(`${inStream} limit ${PAGE_EVENTS}`);
    this.streamBackwards = file.prepare(`${inStream} desc limit ${PAGE_EVENTS}`);
  }

  add(row: EventRow): void {
    const { position, streamRef, revision, typeRef, id, createdMs, frame } = row;
    this.insert.run(position, streamRef, revision, typeRef, id, createdMs, frame);
  }

  /** Position of the newest event, 0 in an empty file. */
  head(): number {
    const head = columns(this.selectHead.get())?.[0];
    return typeof head === 'number' ? head : 0;
  }

  has(position: number): boolean {
    return this.selectPosition.get(position) !== undefined;
  }

  frameAt(position: number): Buffer | undefined {
    const row = columns(this.selectFrame.get(position));
    return row === undefined ? undefined : view(row[0]);
  }

  idAt(streamRef: number, revision: number): Buffer | undefined {
    const row = columns(this.selectId.get(streamRef, revision));
    return row === undefined ? undefined : view(row[0]);
  }

  /** Newest first. */
  revisionsOf(streamRef: number, id: Buffer): number[] {
    return this.selectRevisionsOfId.all(streamRef, id).map((row) => Number(columns(row)?.[0]));
  }

  positionOf(streamRef: number, revision: number): number | undefined {
    const position = columns(this.selectPositionOfRevision.get(streamRef, revision))?.[0];
    return typeof position === 'number' ? position : undefined;
  }

  /** Kinds of the events after a position: fewer than the page holds mean that the end was reached. */
  kindsAfter(position: number): { readonly kinds: readonly EventKind[]; readonly isLast: boolean } {
    const kinds = this.selectKinds.all(position).map((row) => {
      const [at, typeRef, streamRef] = row as unknown as [number, number, number];
      return { position: at, typeRef, streamRef };
    });
    return { kinds, isLast: kinds.length < KIND_PAGE };
  }

  /** Events of `$all` from this position on, itself included. */
  forwards(from: number): Page {
    return this.page(this.allForwards.iterate(from));
  }

  /** Events of `$all` before this position, newest first. */
  backwards(before: number): Page {
    return this.page(this.allBackwards.iterate(before));
  }

  /** Events of one stream with revisions from `low` to `high`, none written before `createdSinceMs`. */
  ofStream(streamRef: number, low: number, high: number, createdSinceMs: number, backwards: boolean): Page {
    const statement = backwards ? this.streamBackwards : this.streamForwards;
    return this.page(statement.iterate(streamRef, createdSinceMs, low, high));
  }

  private page(rows: Iterable<unknown>): Page {
    const events: StoredEvent[] = [];
    let bytes = 0;
    for (const row of rows) {
      const [position, revision, blob] = row as [number, number, Uint8Array];
      const frame = view(blob);
      events.push({ position, revision, frame });
      bytes += frame.length;
      if (bytes >= PAGE_BYTES) return { events, isLast: false };
    }
    return { events, isLast: events.length < PAGE_EVENTS };
  }
}

function view(blob: unknown): Buffer {
  const bytes = blob as Uint8Array;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
