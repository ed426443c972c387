import type { KeywordTables } from '../reading/keyword-tables.js';
import type { Filter } from './filter.js';
import type { Sort } from './sorts.js';

/** Where a page ended: the sort value of its last row (null: the row has none) and the row's id. */
export interface Place {
  readonly value: string | number | null;
  readonly id: string;
}

export interface PageRow {
  readonly id: string;
  readonly item: string;
  readonly place: string | number | null;
}

/**
 * What is read instead of the table `keyword`: a relation with its columns `id`, `item` and all that lists are filtered and sorted
 * by. `bind` keeps a value and answers with its placeholder.
 */
export type RowSource = (bind: (value: unknown) => string) => (schema: string) => string;

export interface PageOptions {
  /** Relations that have no row in common. */
  readonly sources: readonly RowSource[];
  readonly filter: Filter;
  readonly settings: Readonly<Record<string, string>>;
  readonly sort: Sort;
  readonly after: Place | undefined;
  readonly size: number;
}

/**
 * One page along the index of its sort: rows with the value in its order, then rows without it, both by id where they are even. Each
 * part starts at its place in the index, so the thousandth page costs what the first does.
 */
export async function readPage(
  tables: Pick<KeywordTables, 'read'>,
  options: PageOptions,
): Promise<PageRow[]> {
  const { sort, after, size } = options;
  const valued = after?.value === null ? [] : await readPart(tables, options, 'valued', size);
  if (valued.length === size || !sort.canBeMissing) return valued;
  const missing = await readPart(tables, options, 'missing', size - valued.length);
  return [...valued, ...missing];
}

async function readPart(
  tables: Pick<KeywordTables, 'read'>,
  { sources, filter, settings, sort, after }: PageOptions,
  part: 'valued' | 'missing',
  size: number,
): Promise<PageRow[]> {
  const { column, type, direction } = sort;
  const values = [...filter.values];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const beyond = direction === 'asc' ? '>' : '<';
  const conditions = [filter.where];
  if (part === 'valued') {
    if (sort.canBeMissing) conditions.push(`${column} is not null`);
    if (after)
      conditions.push(`(${column}, id) ${beyond} (${bind(after.value)}::${type}, ${bind(after.id)}::uuid)`);
  } else {
    conditions.push(`${column} is null`);
    if (after?.value === null) conditions.push(`id ${beyond} ${bind(after.id)}::uuid`);
  }
  const limit = bind(size);
  const relations = sources.map((source) => source(bind));
  const firstOf = (relation: string) => `
    select id, item, ${placeOf(part, sort)} as place, ${column} as sorted
      from ${relation}
     where ${conditions.join(' and ')}
     order by ${column} ${direction}, id ${direction}
     limit ${limit}`;
  const text = (schema: string) => {
    const firsts = relations.map((relation) => `(${firstOf(relation(schema))})`);
    return `select id, item, place from (${firsts.join(' union all ')}) as firsts
             order by sorted ${direction}, id ${direction} limit ${limit}`;
  };
  return tables.read<PageRow>(text, values, settings);
}

function placeOf(part: 'valued' | 'missing', { column, type }: Sort): string {
  if (part === 'missing') return 'null';
  // To the microsecond and with its zone, so that the place is the row's very moment.
  return type === 'timestamptz'
    ? `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
    : column;
}
