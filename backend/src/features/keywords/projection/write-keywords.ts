import { BulkRows, float8, text, timestamptz, uuid } from '../../../../following/bulk-rows.js';
import type { ProjectionSql } from '../../../../following/projection.js';
import { normalizeKeyword } from '../../../../contracts/values/keyword.js';
import { CURRENT_FORMULAS } from '../scoring/formulas.js';
import { countedOf, OBSERVATION_COLUMNS, type StoredObservation } from './counted-rows.js';
import { keywordItem, type KeywordItem, type KeywordName } from './keyword-item.js';
import { foldOf, storedSummary } from './stored-summary.js';
import type { Counted, RunningSummary } from './summary.js';

/** What a row of `keyword` holds. */
export interface KnownKeyword {
  readonly name: KeywordName;
  /** The least recordedAt of all that named it: as of an earlier moment nobody knew it. */
  readonly knownSince: string;
  /** The greatest recordedAt of its rows; null where there is none. */
  readonly recordedUntil: string | null;
  readonly summary: RunningSummary;
}

interface StoredKeyword {
  readonly id: string;
  readonly item: string;
  readonly fold: string;
  readonly known_ms: number;
}

export async function storedKeywords(ids: readonly string[], sql: ProjectionSql): Promise<KnownKeyword[]> {
  if (ids.length === 0) return [];
  const rows = await sql.run<StoredKeyword>(
    `select id, item, fold, (extract(epoch from known_since) * 1000)::float8 as known_ms
       from keyword where id = any($1::uuid[])`,
    [ids],
  );
  return rows.map((row) => ({ ...storedSummary(row), knownSince: new Date(row.known_ms).toISOString() }));
}

/** What counts of each of the keywords, in no order. */
export async function countedObservations(
  ids: readonly string[],
  sql: ProjectionSql,
): Promise<Map<string, Counted[]>> {
  const observations = new Map<string, Counted[]>(ids.map((id) => [id, []]));
  if (ids.length === 0) return observations;
  const rows = await sql.run<StoredObservation>(
    `select ${OBSERVATION_COLUMNS} from observation where keyword_id = any($1::uuid[]) and retracted_at is null`,
    [ids],
  );
  for (const row of rows)
    for (const counted of countedOf(row)) observations.get(counted.keywordId)?.push(counted);
  return observations;
}

type KeywordRow = KnownKeyword & { readonly item: KeywordItem };

const keywordRows = () =>
  new BulkRows<KeywordRow>({
    id: uuid(({ name }) => name.id),
    keyword: text(({ name }) => name.keyword),
    normalized: text(({ name }) => normalizeKeyword(name.keyword)),
    marketplace: text(({ name }) => name.marketplace),
    country: text(({ name }) => name.country),
    known_since: timestamptz(({ knownSince }) => knownSince),
    search_volume: float8(({ item }) => item.metrics.searchVolume?.value ?? null),
    competition: float8(({ item }) => item.metrics.competition?.value ?? null),
    result_count: float8(({ item }) => item.metrics.resultCount?.value ?? null),
    average_price: float8(({ item }) => item.metrics.averagePrice?.value ?? null),
    opportunity: float8(({ item }) => item.opportunity?.value ?? null),
    last_observed_at: timestamptz(({ item }) => item.lastObservedAt),
    item: text(({ item }) => JSON.stringify(item)),
    fold: text(({ summary, item, recordedUntil }) => foldOf(summary, item, recordedUntil)),
  });

export async function writeKeywords(keywords: Iterable<KnownKeyword>, sql: ProjectionSql): Promise<void> {
  const bulk = keywordRows();
  const write = () =>
    sql.run(
      `insert into keyword (${bulk.names}) ${bulk.select}
       on conflict (id) do update set
         known_since = excluded.known_since, search_volume = excluded.search_volume,
         competition = excluded.competition, result_count = excluded.result_count,
         average_price = excluded.average_price, opportunity = excluded.opportunity,
         last_observed_at = excluded.last_observed_at, item = excluded.item, fold = excluded.fold`,
      bulk.take(),
    );
  for (const known of keywords) {
    bulk.add({ ...known, item: keywordItem(known.name, known.summary, CURRENT_FORMULAS) });
    if (bulk.isFull) await write();
  }
  if (!bulk.isEmpty) await write();
}
