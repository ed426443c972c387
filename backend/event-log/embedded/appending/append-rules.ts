import type { ExpectedRevision } from './append.js';

/** What an append needs to know of its stream. */
export interface StreamFacts {
  /** Revision of the last event, -1 when there never was one. */
  readonly last: number;
  readonly isSoftDeleted: boolean;
  readonly isTombstoned: boolean;
}

/** The ids of the events that the stream already holds. */
export interface KnownIds {
  /** Revisions at which this id stands, newest first. */
  revisionsOf(id: Buffer): readonly number[];
  idAt(revision: number): Buffer | undefined;
}

export type AppendDecision =
  | { readonly kind: 'append' }
  /** Nothing to write and nothing wrong. */
  | { readonly kind: 'nothing' }
  /** All of it is stored already; its last event stands at `revision`. */
  | { readonly kind: 'repeat'; readonly revision: number }
  | { readonly kind: 'wrong-expected-revision'; readonly actual: number | undefined }
  | { readonly kind: 'stream-deleted' };

/**
 * EventStoreDB's rules for one append. A repeat of stored events succeeds without writing, so that a writer that never got its
 * answer can ask again; but with the exact current revision the events are appended, known or not.
 */
export function decideAppend(
  stream: StreamFacts,
  expected: ExpectedRevision,
  ids: readonly Buffer[],
  known: KnownIds,
): AppendDecision {
  if (stream.isTombstoned) return { kind: 'stream-deleted' };
  if (expected === 'any' || expected === 'stream-exists') return decideLoose(stream, expected, ids, known);
  const expectedLast = expected === 'no-stream' ? -1 : expected;
  if (expectedLast > stream.last) return wrongExpectedRevision(stream);
  if (expectedLast === stream.last) return { kind: ids.length === 0 ? 'nothing' : 'append' };
  if (ids.length === 0) return wrongExpectedRevision(stream);
  const matching = countMatching(ids, expectedLast + 1, known);
  if (matching === ids.length) return { kind: 'repeat', revision: expectedLast + matching };
  // A soft-deleted stream counts as absent, and yet its revisions go on.
  if (matching === 0 && expectedLast === -1 && stream.isSoftDeleted) return { kind: 'append' };
  return wrongExpectedRevision(stream);
}

function decideLoose(
  stream: StreamFacts,
  expected: 'any' | 'stream-exists',
  ids: readonly Buffer[],
  known: KnownIds,
): AppendDecision {
  if (expected === 'stream-exists') {
    if (stream.last < 0) return wrongExpectedRevision(stream);
    if (stream.isSoftDeleted) return { kind: 'stream-deleted' };
  }
  const [first] = ids;
  if (first === undefined) return { kind: 'nothing' };
  if (stream.last < 0) return { kind: 'append' };
  for (const revision of known.revisionsOf(first)) {
    if (countMatching(ids, revision, known) === ids.length)
      return { kind: 'repeat', revision: revision + ids.length - 1 };
  }
  return ids.some((id) => known.revisionsOf(id).length > 0)
    ? wrongExpectedRevision(stream)
    : { kind: 'append' };
}

/** How many of the ids stand one after another in the stream from this revision on. */
function countMatching(ids: readonly Buffer[], from: number, known: KnownIds): number {
  let count = 0;
  for (const id of ids) {
    if (known.idAt(from + count)?.equals(id) !== true) break;
    count++;
  }
  return count;
}

const wrongExpectedRevision = (stream: StreamFacts): AppendDecision => ({
  kind: 'wrong-expected-revision',
  actual: stream.last < 0 ? undefined : stream.last,
});

export type DeleteDecision =
  | { readonly kind: 'delete' }
  | { readonly kind: 'wrong-expected-revision'; readonly actual: number }
  | { readonly kind: 'stream-deleted' };

/** Rules for deletes: a tombstone may be put on an absent stream, a soft delete of one is refused. */
export function decideDelete(
  stream: StreamFacts,
  expected: ExpectedRevision,
  how: 'soft-delete' | 'tombstone',
): DeleteDecision {
  if (stream.isTombstoned) return { kind: 'stream-deleted' };
  const wrong: DeleteDecision = { kind: 'wrong-expected-revision', actual: stream.last };
  if (stream.last < 0 && how === 'soft-delete') return wrong;
  if (expected === 'any') return { kind: 'delete' };
  if (expected === 'stream-exists') {
    if (stream.last < 0) return wrong;
    return { kind: stream.isSoftDeleted ? 'stream-deleted' : 'delete' };
  }
  return (expected === 'no-stream' ? -1 : expected) === stream.last ? { kind: 'delete' } : wrong;
}
