import type { KeywordTables } from '../reading/keyword-tables.js';
import { areCurrent, observationsKnown } from '../reading/observations-known.js';
import { keywordItem, type KeywordItem, type KeywordName } from '../projection/keyword-item.js';
import { summarise } from '../projection/summary.js';
import { CURRENT_FORMULAS, type Formulas } from '../scoring/formulas.js';
import { readPage, type PageOptions, type PageRow, type RowSource } from './keyset.js';
import type { Sort } from './sorts.js';

/** A past moment, ISO 8601 in UTC, and the formulas that were live then. */
export interface Then {
  readonly asOf: string;
  /** Whose own figures count beside those that all share. */
  readonly workspace: string;
  readonly formulas: Formulas;
}

/**
 * One page of the list as it would have been answered at a moment: the keywords known then, by the values they had then,
 * each item computed as the keyword's own page computes it.
 */
export async function readPageAsOf(
  tables: KeywordTables,
  options: Omit<PageOptions, 'sources'>,
  then: Then,
): Promise<PageRow[]> {
  const sources = valuesAreStored(then.formulas)
    ? storedValues(then, options.sort)
    : [await valuesByFormerFormulas(tables, then)];
  const rows = await readPage(tables, { ...options, sources });
  const items = await itemsAsOf(tables, rows.map(({ id }) => id), then); // prettier-ignore
  return rows.map((row) => ({ ...row, item: JSON.stringify(items.get(row.id)) }));
}

/** The items of these keywords as of then, by id. */
async function itemsAsOf(
  tables: KeywordTables,
  ids: readonly string[],
  { asOf, workspace, formulas }: Then,
): Promise<Map<string, KeywordItem>> {
  if (ids.length === 0) return new Map();
  const [names, observations] = await Promise.all([
    tables.read<KeywordName>(
      (schema) => `select distinct on (id) id, keyword, marketplace, country from (
          select id, keyword, marketplace, country, 0 as place from ${schema}.own_keyword
           where id = any($1::uuid[]) and workspace = $2
          union all
          select id, keyword, marketplace, country, 1 from ${schema}.keyword where id = any($1::uuid[])) as views
        order by id, place`,
      [ids, workspace],
    ),
    observationsKnown(tables, { keywordIds: ids, workspace, asOf, formulas }),
  ]);
  const known = Map.groupBy(observations, ({ keywordId }) => keywordId);
  return new Map(
    names.map((name) => [name.id, keywordItem(name, summarise(known.get(name.id) ?? []), formulas)]),
  );
}

const THEN = `k.id, k.normalized, k.marketplace, k.country, '' as item,
  o.after_search_volume as search_volume, o.after_competition as competition, o.after_result_count as result_count,
  o.after_average_price as average_price, o.after_opportunity as opportunity, o.after_last_observed_at as last_observed_at`;

/**
 * Every row of `observation` holds the keyword's sort values as they were once it was recorded: those of the newest row
 * until the moment are the keyword's; of a workspace's own view `own_step` holds them. Where all keywords must be looked at to
 * find the first ones, they are in the order of the index of those rows, which halves the time; a list by name looks at a page of
 * them alone.
 */
function storedValues({ asOf, workspace }: Then, sort: Sort): RowSource[] {
  const shared: RowSource = (bind) => {
    const [moment, whose] = [`${bind(asOf)}::timestamptz`, bind(workspace)];
    return (schema) => `(select ${THEN}
               from ${sort.canBeMissing ? `(select * from ${schema}.keyword order by id)` : `${schema}.keyword`} k
               left join lateral (
                 select * from ${schema}.observation
                  where keyword_id = k.id and recorded_at <= ${moment} and workspace is null
                  order by recorded_at desc, position desc limit 1) o on true
              where k.known_since <= ${moment} and not exists (
                select 1 from ${schema}.own_keyword own
                 where own.id = k.id and own.workspace = ${whose} and own.known_since <= ${moment})) as shared`;
  };
  const own: RowSource = (bind) => {
    const [moment, whose] = [`${bind(asOf)}::timestamptz`, bind(workspace)];
    return (schema) => `(select ${THEN}
               from ${schema}.own_keyword k
               left join lateral (
                 select * from ${schema}.own_step
                  where id = k.id and workspace = k.workspace and recorded_at <= ${moment}
                  order by recorded_at desc, position desc limit 1) o on true
              where k.workspace = ${whose} and k.known_since <= ${moment}) as own`;
  };
  return [shared, own];
}

const valuesAreStored = (formulas: Formulas): boolean =>
  areCurrent(formulas) && formulas.opportunity === CURRENT_FORMULAS.opportunity;

/** So many keywords are scored anew at a time: their whole history is in memory meanwhile. */
const SCORED_AT_ONCE = 100;

/**
 * What is stored was scored by the formulas of today. Before one of them was live every keyword is scored anew from its
 * history, which takes as long as it takes; an exact answer comes before a fast one.
 */
async function valuesByFormerFormulas(tables: KeywordTables, then: Then): Promise<RowSource> {
  const known = await tables.read<{ id: string }>(
    (schema) => `select id from ${schema}.keyword where known_since <= $1::timestamptz
                 union
                 select id from ${schema}.own_keyword where known_since <= $1::timestamptz and workspace = $2`,
    [then.asOf, then.workspace],
  );
  const items: KeywordItem[] = [];
  for (let from = 0; from < known.length; from += SCORED_AT_ONCE) {
    const ids = known.slice(from, from + SCORED_AT_ONCE).map(({ id }) => id);
    items.push(...(await itemsAsOf(tables, ids, then)).values());
  }
  return (bind) => {
    const numbers = (value: (item: KeywordItem) => number | undefined) =>
      `${bind(items.map((item) => value(item) ?? null))}::float8[]`;
    const values = `unnest(${bind(items.map(({ id }) => id))}::uuid[],
      ${numbers(({ metrics }) => metrics.searchVolume?.value)},
      ${numbers(({ metrics }) => metrics.competition?.value)},
      ${numbers(({ metrics }) => metrics.resultCount?.value)},
      ${numbers(({ metrics }) => metrics.averagePrice?.value)},
      ${numbers(({ opportunity }) => opportunity?.value)},
      ${bind(items.map(({ lastObservedAt }) => lastObservedAt))}::timestamptz[])`;
    const whose = bind(then.workspace);
    return (
      schema,
    ) => `(select k.id, k.normalized, k.marketplace, k.country, '' as item, v.search_volume, v.competition,
                    v.result_count, v.average_price, v.opportunity, v.last_observed_at
               from (select id, normalized, marketplace, country from ${schema}.keyword
                     union
                     select id, normalized, marketplace, country from ${schema}.own_keyword where workspace = ${whose}) k
               join ${values}
                 as v (id, search_volume, competition, result_count, average_price, opportunity, last_observed_at)
                 on v.id = k.id) as known`;
  };
}
