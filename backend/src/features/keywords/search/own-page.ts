import type { KeywordTables } from '../reading/keyword-tables.js';
import { sentItem } from '../search-index/item-cache.js';
import type { IndexedRow } from '../search-index/keyword-index.js';
import { readPage, type PageOptions, type Place } from './keyset.js';
import { ownOf } from './seen-by.js';
import type { Sort } from './sorts.js';

/** A row with what its place in the list is. */
interface Placed {
  readonly row: IndexedRow;
  readonly place: Place;
}

/**
 * A page of what all share, with the workspace's own rows in it and without those that these stand for. Undefined where so many rows
 * were left out that the page is not full any more, though there may be more to come.
 *
 * What stands for what is asked before the own rows are read: a row that becomes the workspace's own meanwhile is found in both and
 * shown once, and never in neither.
 */
export async function withOwn(
  shared: readonly IndexedRow[],
  workspace: string,
  options: Omit<PageOptions, 'sources'>,
  tables: KeywordTables,
): Promise<IndexedRow[] | undefined> {
  const placed = shared.map((row): Placed => ({ row, place: row.place() }));
  const replaced = await tables.read<{ id: string }>(
    (schema) => `select id from ${schema}.own_keyword where workspace = $1 and id = any($2::uuid[])`,
    [workspace, placed.map(({ place }) => place.id)],
  );
  const own = await readPage(tables, { ...options, sources: [ownOf(workspace)] });
  const gone = new Set([...replaced, ...own].map(({ id }) => id));
  const left = placed.filter(({ place }) => !gone.has(place.id));
  if (left.length < placed.length && placed.length === options.size) return undefined;
  const owned = own.map(({ id, item, place: value }): Placed => {
    const place = { value, id };
    return { row: { item: sentItem(item), place: () => place }, place };
  });
  return [...left, ...owned]
    .toSorted((a, b) => inOrder(a.place, b.place, options.sort))
    .slice(0, options.size)
    .map(({ row }) => row);
}

/** The order of `readPage`: rows without the value come last, and even ones by id. */
function inOrder(a: Place, b: Place, { direction }: Sort): number {
  if ((a.value === null) !== (b.value === null)) return a.value === null ? 1 : -1;
  const sign = direction === 'asc' ? 1 : -1;
  return sign * (compare(a.value, b.value) || compare(a.id, b.id));
}

function compare(a: Place['value'], b: Place['value']): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  // As PostgreSQL's collation "C" has it.
  return Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)));
}
