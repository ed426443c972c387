import type { StatementSync } from 'node:sqlite';
import { crc32 } from 'node:zlib';
import type { EventFile } from './event-file.js';
import { EventFileDamaged } from './file-errors.js';
import { EARLY_REVISIONS } from './file-format.js';
import { POSITION_STEP } from './places.js';
import { columns } from './streams.js';

/** An event without its bytes: what a filter looks at. */
export interface EventKind {
  readonly position: number;
  readonly typeRef: number;
  readonly streamRef: number;
}

export interface EventRow {
  readonly position: number;
  readonly streamRef: number;
  readonly revision: number;
  readonly typeRef: number;
  readonly id: Buffer;
  readonly createdMs: number;
  /** Checksum of all frames of the log up to this one, and of all frames of its stream up to this one. */
  readonly chain: number;
  readonly streamChain: number;
  readonly frame: Buffer;
}

const KIND_PAGE = 4_000;

/** The table of events: appended to, never changed. Reads throw EventFileDamaged rather than give what was not written. */
export class Events {
  private readonly insert: StatementSync;
  private readonly selectHead: StatementSync;
  private readonly selectPosition: StatementSync;
  private readonly selectFrame: StatementSync;
  private readonly selectId: StatementSync;
  private readonly selectRevisionsOfId: StatementSync;
  private readonly selectPositionOfRevision: StatementSync;
  private readonly selectFirstSince: StatementSync;
  private readonly selectKinds: StatementSync;

  constructor(file: EventFile) {
    this.insert = file.prepare(
      `insert into events (position, stream, revision, type, id, created_ms, chain, stream_chain, frame)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.selectHead = file.prepare('select position, chain from events order by position desc limit 1');
    this.selectPosition = file.prepare('select 1 from events where position = ?');
    this.selectFrame = file.prepare(
      `select frame, chain, (select chain from events where position = ?1 - ${POSITION_STEP})
       from events where position = ?1`,
    );
    this.selectId = file.prepare('select id from events where stream = ? and revision = ?');
    this.selectRevisionsOfId = file.prepare(`
      select revision from events indexed by events_by_revision
        where stream = ?1 and revision < ${EARLY_REVISIONS} and id = ?2
      union all
      select revision from events indexed by events_by_id
        where stream = ?1 and revision >= ${EARLY_REVISIONS} and id = ?2
      order by revision desc`);
    this.selectPositionOfRevision = file.prepare(
      'select position from events where stream = ? and revision = ?',
    );
    this.selectFirstSince = file.prepare(
      'select revision from events where stream = ? and revision >= ? and created_ms >= ? order by revision limit 1',
    );
    this.selectKinds = file.prepare(
      `select position, type, stream from events indexed by events_by_kind where position > ? order by position limit ${KIND_PAGE}`,
    );
  }

  add(row: EventRow): void {
    this.insert.run(
      row.position,
      row.streamRef,
      row.revision,
      row.typeRef,
      row.id,
      row.createdMs,
      row.chain,
      row.streamChain,
      row.frame,
    );
  }

  /** Position and chain of the newest event; both 0 in an empty file. */
  head(): { readonly position: number; readonly chain: number } {
    const row = columns(this.selectHead.get());
    return { position: Number(row?.[0] ?? 0), chain: Number(row?.[1] ?? 0) };
  }

  has(position: number): boolean {
    return this.selectPosition.get(position) !== undefined;
  }

  frameAt(position: number): Buffer | undefined {
    const row = columns(this.selectFrame.get(position));
    if (row === undefined) return undefined;
    const frame = view(row[0]);
    if (crc32(frame, Number(row[2] ?? 0)) !== row[1])
      throw new EventFileDamaged(`the event at position ${position} is not what was written`);
    return frame;
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

  /** Revision of the first event from `low` on that was not written before `createdMs`; undefined when there is none. */
  firstSince(streamRef: number, low: number, createdMs: number): number | undefined {
    const revision = columns(this.selectFirstSince.get(streamRef, low, createdMs))?.[0];
    return typeof revision === 'number' ? revision : undefined;
  }

  /** Kinds of the events after a position: fewer than the page holds mean that the end was reached. */
  kindsAfter(position: number): { readonly kinds: readonly EventKind[]; readonly isLast: boolean } {
    const kinds = this.selectKinds.all(position).map((row) => {
      const [at, typeRef, streamRef] = row as unknown as [number, number, number];
      return { position: at, typeRef, streamRef };
    });
    const due = (Math.floor(position / POSITION_STEP) + kinds.length) * POSITION_STEP;
    if (kinds.length > 0 && kinds.at(-1)?.position !== due)
      throw new EventFileDamaged(`between positions ${position} and ${due} the index of kinds has a gap`);
    return { kinds, isLast: kinds.length < KIND_PAGE };
  }
}

function view(blob: unknown): Buffer {
  const bytes = blob as Uint8Array;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
