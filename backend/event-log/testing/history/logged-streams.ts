import type { Findings } from './findings.js';
import type { SeenEvent } from './history.js';

/** A stream as it stood once `from` entries of the log were written, until the next version. */
export interface StreamVersion {
  readonly from: number;
  /** Events that it ever had: the revision of the next one. */
  readonly length: number;
  /** First revision that may be read. */
  readonly truncateBefore: number;
  readonly isSoftDeleted: boolean;
  readonly isTombstoned: boolean;
}

export interface LoggedStream {
  readonly name: string;
  /** Places in the log, by revision. */
  readonly places: readonly number[];
  /** Ids by revision, and the revisions at which an id stands. */
  readonly ids: readonly string[];
  readonly revisionsOf: ReadonlyMap<string, readonly number[]>;
  /** Oldest first; the first is that of the empty log. */
  readonly versions: readonly StreamVersion[];
}

/** The store's own notes in the log: a stream was soft-deleted, or tombstoned. */
export interface RemovalNote {
  readonly how: 'soft-delete' | 'tombstone';
  readonly stream: string;
  readonly place: number;
}

const NEVER_WRITTEN: StreamVersion = {
  from: 0,
  length: 0,
  truncateBefore: 0,
  isSoftDeleted: false,
  isTombstoned: false,
};
const METADATA_OF = /^\$\$(.+)$/su;

class GrowingStream implements LoggedStream {
  readonly places: number[] = [];
  readonly ids: string[] = [];
  readonly revisionsOf = new Map<string, number[]>();
  readonly versions: StreamVersion[] = [NEVER_WRITTEN];

  constructor(readonly name: string) {}

  get latest(): StreamVersion {
    return this.versions.at(-1) ?? NEVER_WRITTEN;
  }

  add(event: SeenEvent, place: number): void {
    const { latest } = this;
    this.places.push(place);
    this.ids.push(event.id);
    this.revisionsOf.set(event.id, [...(this.revisionsOf.get(event.id) ?? []), event.revision]);
    // The first event after a soft delete is the first that may be read again.
    const truncateBefore = latest.isSoftDeleted ? event.revision : latest.truncateBefore;
    this.change(place, { length: event.revision + 1, truncateBefore, isSoftDeleted: false });
  }

  change(place: number, change: Partial<StreamVersion>): void {
    this.versions.push({ ...this.latest, ...change, from: place + 1 });
  }
}

/** The streams of a whole log, every one of their versions, and what the store noted of removals. */
export class LoggedStreams {
  readonly #streams = new Map<string, GrowingStream>();
  readonly removals: RemovalNote[] = [];
  /** False where places cannot be told: nothing else can be said of such a log. */
  readonly haveOrder: boolean;

  /** Reports positions that do not rise, gaps in revisions, and revisions that do not rise with the log. */
  constructor(log: readonly SeenEvent[], findings: Findings) {
    let before: SeenEvent | undefined;
    for (const [place, entry] of log.entries()) {
      if (before && entry.position <= before.position)
        findings.add('positions do not rise', `${entry.position} stands after ${before.position}`);
      before = entry;
      if (entry.type === '$streamDeleted') this.#tombstone(entry, place);
      else if (entry.type === '$metadata') this.#describe(entry, place);
      else this.#grow(entry, place, log, findings);
    }
    this.haveOrder = findings.all.length === 0;
  }

  named(name: string): LoggedStream {
    return this.#streams.get(name) ?? new GrowingStream(name);
  }

  all(): Iterable<LoggedStream> {
    return this.#streams.values();
  }

  #grow(entry: SeenEvent, place: number, log: readonly SeenEvent[], findings: Findings): void {
    const stream = this.#opened(entry.stream);
    const due = stream.latest.length;
    if (entry.revision !== due) {
      const comesLater = log
        .slice(place)
        .some((later) => later.stream === entry.stream && later.revision === due);
      const name = comesLater ? '$all against the order of a stream' : 'gap in a stream';
      findings.add(name, `${entry.stream} has revision ${entry.revision} where ${due} is due`);
    }
    stream.add(entry, place);
  }

  #tombstone({ stream }: SeenEvent, place: number): void {
    this.#opened(stream).change(place, { isTombstoned: true });
    this.removals.push({ how: 'tombstone', stream, place });
  }

  #describe(entry: SeenEvent, place: number): void {
    const name = METADATA_OF.exec(entry.stream)?.[1];
    const truncateBefore = name === undefined ? undefined : truncationIn(entry.body);
    if (name === undefined || truncateBefore === undefined) return;
    const isSoftDeleted = truncateBefore > Number.MAX_SAFE_INTEGER;
    const stream = this.#opened(name);
    if (isSoftDeleted) this.removals.push({ how: 'soft-delete', stream: name, place });
    if (isSoftDeleted || truncateBefore !== stream.latest.truncateBefore)
      stream.change(place, isSoftDeleted ? { isSoftDeleted } : { truncateBefore, isSoftDeleted });
  }

  #opened(name: string): GrowingStream {
    const stream = this.#streams.get(name) ?? new GrowingStream(name);
    this.#streams.set(name, stream);
    return stream;
  }
}

function truncationIn(metadata: string): number | undefined {
  const before = /"\$tb":\s*(\d+)/.exec(metadata)?.[1];
  return before === undefined ? undefined : Number(before);
}
