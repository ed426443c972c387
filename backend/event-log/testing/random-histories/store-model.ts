import { typeOfId, type Expected, type Operation, type Retention } from './operation.js';

/** An event in the whole log, as far as a model can know it. */
export interface ModelEvent {
  readonly stream: number;
  /** `event`: a client's own; the others the store writes itself, under ids of its own. */
  readonly kind: 'event' | 'metadata' | 'tombstone';
  readonly revision: number;
  /** Of an event alone. */
  readonly id?: number;
}

/** A stream as the model knows it: its ids by revision, and what hides them. */
export interface ModelStream {
  readonly ids: number[];
  retention: Retention;
  metadataCount: number;
  isSoftDeleted: boolean;
  isTombstoned: boolean;
}

/** What the store answers to an operation, in words that compare. */
export type Answer = string;

/**
 * What a store must answer, in the plainest words: no file, no index, no clock. Its rules are those that a real EventStoreDB
 * was seen to follow. Methods are small so that tests can plant a wrong one.
 */
export class StoreModel {
  readonly log: ModelEvent[] = [];
  private readonly streams = new Map<number, ModelStream>();

  /** The answer to an operation, which changes what later ones are answered. */
  answer(operation: Exclude<Operation, { kind: 'restart' }>): Answer {
    if (operation.kind === 'append') return this.append(this.at(operation.stream), operation);
    if (operation.kind === 'soft-delete') return this.softDelete(this.at(operation.stream), operation);
    if (operation.kind === 'tombstone') return this.tombstone(this.at(operation.stream), operation);
    if (operation.kind === 'set-metadata') return this.setMetadata(this.at(operation.stream), operation);
    if (operation.kind === 'get-metadata') return this.getMetadata(this.at(operation.stream));
    if (operation.kind === 'read') return this.read(this.at(operation.stream), operation);
    if (operation.kind === 'read-all')
      return wordsOf(operation.backwards ? [...this.log].reverse() : this.log);
    const { of } = operation;
    return wordsOf(
      this.log.filter(({ kind, stream, id }) =>
        'stream' in of
          ? stream === of.stream && kind !== 'metadata'
          : kind === 'event' && id !== undefined && typeOfId(id) === of.type,
      ),
    );
  }

  protected append(stream: ModelStream, { stream: name, expected, ids }: AppendOperation): Answer {
    if (stream.isTombstoned) return 'deleted';
    const last = stream.ids.length - 1;
    if (expected === 'stream-exists' && last < 0) return wrong(last);
    if (expected === 'stream-exists' && stream.isSoftDeleted) return 'deleted';
    if (typeof expected === 'number' && expected > last) return wrong(last);
    const isLoose = expected === 'any' || expected === 'stream-exists';
    const after = isLoose ? last : expected === 'no-stream' ? -1 : expected;
    if (ids.length === 0) return after === last ? 'appended 0' : wrong(last);
    const repeated = isLoose
      ? this.repeatAnywhere(stream, ids)
      : after < last
        ? this.repeatAt(stream, after + 1, ids)
        : undefined;
    if (repeated !== undefined) return `appended ${repeated}`;
    if (!this.mayAppend(stream, expected, after, ids)) return wrong(last);
    for (const id of ids) {
      stream.ids.push(id);
      this.log.push({ stream: name, kind: 'event', revision: stream.ids.length - 1, id });
    }
    if (stream.isSoftDeleted) this.revive(stream, name, last + 1);
    return `appended ${stream.ids.length - 1}`;
  }

  /** The last revision of these ids where they stand one after another from this one on. */
  protected repeatAt(stream: ModelStream, first: number, ids: readonly number[]): number | undefined {
    const stand = ids.every((id, index) => stream.ids[first + index] === id);
    return stand ? first + ids.length - 1 : undefined;
  }

  /** The same, wherever they stand; the newest place counts. */
  protected repeatAnywhere(stream: ModelStream, ids: readonly number[]): number | undefined {
    for (let first = stream.ids.length - 1; first >= 0; first--) {
      const last = this.repeatAt(stream, first, ids);
      if (last !== undefined) return last;
    }
    return undefined;
  }

  /** Whether ids that are no repeat may be written. */
  protected mayAppend(
    stream: ModelStream,
    expected: Expected,
    after: number,
    ids: readonly number[],
  ): boolean {
    if (expected === 'any' || expected === 'stream-exists') return !ids.some((id) => stream.ids.includes(id));
    if (after === stream.ids.length - 1) return true;
    // To a writer who expects no stream, a soft-deleted one is none.
    return expected === 'no-stream' && stream.isSoftDeleted && stream.ids[0] !== ids[0];
  }

  protected revive(stream: ModelStream, name: number, first: number): void {
    stream.isSoftDeleted = false;
    this.writeMetadata(stream, name, { ...stream.retention, truncateBefore: first });
  }

  protected softDelete(stream: ModelStream, { stream: name, expected }: DeleteOperation): Answer {
    const last = stream.ids.length - 1;
    if (stream.isTombstoned) return 'deleted';
    if (last < 0 || (expected !== 'any' && expected !== last)) return wrong(last);
    this.writeMetadata(stream, name, {});
    stream.isSoftDeleted = true;
    return 'done';
  }

  protected tombstone(stream: ModelStream, { stream: name, expected }: DeleteOperation): Answer {
    const last = stream.ids.length - 1;
    if (stream.isTombstoned) return 'deleted';
    if (expected !== 'any' && (expected === 'no-stream' ? -1 : expected) !== last) return wrong(last);
    stream.isTombstoned = true;
    this.log.push({ stream: name, kind: 'tombstone', revision: END });
    return 'done';
  }

  protected setMetadata(stream: ModelStream, { stream: name, retention }: MetadataOperation): Answer {
    if (stream.isTombstoned) return 'deleted';
    stream.isSoftDeleted = false;
    this.writeMetadata(stream, name, retention);
    return `appended ${stream.metadataCount - 1}`;
  }

  protected getMetadata(stream: ModelStream): Answer {
    if (stream.isTombstoned) return 'deleted';
    if (stream.metadataCount === 0) return 'none';
    return retentionWords(stream.isSoftDeleted ? { truncateBefore: END } : stream.retention);
  }

  protected read(stream: ModelStream, { from, backwards, atMost }: ReadOperation): Answer {
    if (from === 'last' && !backwards) return 'refused';
    if (stream.isTombstoned) return 'deleted';
    if (stream.ids.length === 0 || stream.isSoftDeleted) return 'not found';
    const start = from === 'first' ? 0 : from === 'last' ? Infinity : from;
    const visible = [...stream.ids.keys()].filter((revision) => this.isVisible(stream, revision));
    const wanted = backwards
      ? visible.reverse().filter((revision) => revision <= start)
      : visible.filter((revision) => revision >= start);
    return wanted
      .slice(0, atMost)
      .map((revision) => `${revision}:${stream.ids[revision]}`)
      .join(' ');
  }

  protected isVisible({ ids, retention }: ModelStream, revision: number): boolean {
    const { maxCount = Infinity, truncateBefore = 0 } = retention;
    return revision >= truncateBefore && revision >= ids.length - maxCount;
  }

  protected writeMetadata(stream: ModelStream, name: number, retention: Retention): void {
    stream.retention = retention;
    this.log.push({ stream: name, kind: 'metadata', revision: stream.metadataCount++ });
  }

  private at(name: number): ModelStream {
    const known = this.streams.get(name);
    if (known) return known;
    const fresh = { ids: [], retention: {}, metadataCount: 0, isSoftDeleted: false, isTombstoned: false };
    this.streams.set(name, fresh);
    return fresh;
  }
}

export type AppendOperation = Extract<Operation, { kind: 'append' }>;
export type DeleteOperation = Extract<Operation, { kind: 'soft-delete' | 'tombstone' }>;
export type MetadataOperation = Extract<Operation, { kind: 'set-metadata' }>;
export type ReadOperation = Extract<Operation, { kind: 'read' }>;

/** Stands for 2^63 − 1, as a client's number rounds it. */
export const END = Number(2n ** 63n - 1n);
/** `actual`: the last revision, −1 where there is no stream. */
export const wrong = (actual: number): Answer => `wrong, found ${actual}`;
export const retentionWords = ({ maxCount, truncateBefore }: Retention): Answer =>
  `count ${maxCount ?? '-'} before ${truncateBefore ?? '-'}`;
export const wordsOf = (events: readonly ModelEvent[]): Answer =>
  events.map(({ stream, kind, revision, id }) => `${stream}/${kind}/${revision}/${id ?? ''}`).join(' ');
