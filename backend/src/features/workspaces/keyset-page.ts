import type { Cursors } from '../../platform/http/cursors.js';

/** What a page of a list is asked by. */
export interface PageWanted {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly minPosition?: string | undefined;
}

/** ISO 8601 moment and id of the last row that was given; nulls for the first page. */
export type Place = readonly [at: string | null, id: string | null];

/** Lists here go by a moment and, within it, by an id. @throws Problem where the cursor is of another list */
export function placeOf(cursors: Cursors, list: string, cursor: string | undefined): Place {
  if (cursor === undefined) return [null, null];
  const [at, id] = cursors.read(list, cursor);
  return [String(at), String(id)];
}

/** @param found one row more than the limit, where there is one */
export function pageOf<Row>(
  cursors: Cursors,
  list: string,
  limit: number,
  found: readonly Row[],
  placeOfRow: (row: Row) => readonly [string, string],
): { readonly rows: readonly Row[]; readonly nextCursor: string | null } {
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const hasMore = found.length > rows.length && last !== undefined;
  return { rows, nextCursor: hasMore ? cursors.issue(list, [...placeOfRow(last)]) : null };
}

/** SQL of a `timestamptz` column as ISO 8601. */
export const isoOf = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
