import type { ExpectedRevision } from '../../event-log.js';
import type { LoggedStream, StreamVersion } from './logged-streams.js';

/** What a store must answer to a write, given the stream as it stands. */
export type Due =
  | { readonly kind: 'stores' }
  /** All of it is stored already, the last of it at `revision`. */
  | { readonly kind: 'repeats'; readonly revision: number }
  | { readonly kind: 'wrong-revision'; readonly actual: number | 'no-stream' }
  | { readonly kind: 'stream-deleted' };

/** EventStoreDB's rules for an append of these ids, told apart from any store's own writing of them. */
export function appendDue(
  stream: LoggedStream,
  version: StreamVersion,
  expected: ExpectedRevision,
  ids: readonly string[],
): Due {
  if (version.isTombstoned) return { kind: 'stream-deleted' };
  const last = version.length - 1;
  const standAt = (revision: number) =>
    revision + ids.length <= version.length && ids.every((id, n) => stream.ids[revision + n] === id);
  const repeats = (revision: number): Due => ({ kind: 'repeats', revision: revision + ids.length - 1 });
  const wrong = wrongRevision(version);
  switch (expected) {
    case 'no-stream': {
      if (last < 0) return { kind: 'stores' };
      if (standAt(0)) return repeats(0);
      return version.isSoftDeleted && stream.ids[0] !== ids[0] ? { kind: 'stores' } : wrong;
    }
    case 'any':
    case 'stream-exists': {
      if (expected === 'stream-exists' && last < 0) return wrong;
      if (expected === 'stream-exists' && version.isSoftDeleted) return { kind: 'stream-deleted' };
      const known = (id: string) =>
        (stream.revisionsOf.get(id) ?? []).filter((revision) => revision < version.length);
      const first = ids[0] === undefined ? [] : known(ids[0]);
      const whole = first.filter(standAt).at(-1);
      if (whole !== undefined) return repeats(whole);
      return ids.some((id) => known(id).length > 0) ? wrong : { kind: 'stores' };
    }
    default: {
      if (expected === last) return { kind: 'stores' };
      return expected < last && standAt(expected + 1) ? repeats(expected + 1) : wrong;
    }
  }
}

/** The same for a soft delete or a tombstone. */
export function removalDue(
  version: StreamVersion,
  how: 'soft-delete' | 'tombstone',
  expected: ExpectedRevision,
): Due {
  if (version.isTombstoned) return { kind: 'stream-deleted' };
  const last = version.length - 1;
  const wrong = wrongRevision(version);
  if (how === 'soft-delete' && last < 0) return wrong;
  if (expected === 'any') return { kind: 'stores' };
  if (expected === 'stream-exists') {
    if (last < 0) return wrong;
    return version.isSoftDeleted ? { kind: 'stream-deleted' } : { kind: 'stores' };
  }
  return (expected === 'no-stream' ? -1 : expected) === last ? { kind: 'stores' } : wrong;
}

function wrongRevision(version: StreamVersion): Due {
  return { kind: 'wrong-revision', actual: version.length === 0 ? 'no-stream' : version.length - 1 };
}
