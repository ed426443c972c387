import { BulkRows, float8, text, timestamptz, uuid } from '../../../../following/bulk-rows.js';
import type { ProjectionSql } from '../../../../following/projection.js';
import { normalizeKeyword } from '../../../../contracts/values/keyword.js';
import { CURRENT_FORMULAS } from '../scoring/formulas.js';
import { keywordItem, type KeywordItem } from './keyword-item.js';
import type { KnownKeyword } from './stored-keywords.js';
import { foldOf } from './stored-summary.js';

type KeywordRow = KnownKeyword & { readonly item: KeywordItem };

const COLUMNS = {
  id: uuid<KeywordRow>(({ name }) => name.id),
  keyword: text<KeywordRow>(({ name }) => name.keyword),
  normalized: text<KeywordRow>(({ name }) => normalizeKeyword(name.keyword)),
  marketplace: text<KeywordRow>(({ name }) => name.marketplace),
  country: text<KeywordRow>(({ name }) => name.country),
  known_since: timestamptz<KeywordRow>(({ knownSince }) => knownSince),
  search_volume: float8<KeywordRow>(({ item }) => item.metrics.searchVolume?.value ?? null),
  competition: float8<KeywordRow>(({ item }) => item.metrics.competition?.value ?? null),
  result_count: float8<KeywordRow>(({ item }) => item.metrics.resultCount?.value ?? null),
  average_price: float8<KeywordRow>(({ item }) => item.metrics.averagePrice?.value ?? null),
  opportunity: float8<KeywordRow>(({ item }) => item.opportunity?.value ?? null),
  last_observed_at: timestamptz<KeywordRow>(({ item }) => item.lastObservedAt),
  item: text<KeywordRow>(({ item }) => JSON.stringify(item)),
  fold: text<KeywordRow>(({ summary, item, recordedUntil }) => foldOf(summary, item, recordedUntil)),
};
const OWN_COLUMNS = { workspace: text<KeywordRow>(({ workspace }) => workspace), ...COLUMNS };

/** Writes what all know, and what single workspaces know, each into its table. */
export async function writeKeywords(keywords: readonly KnownKeyword[], sql: ProjectionSql): Promise<void> {
  const isShared = ({ workspace }: KnownKeyword) => workspace === null;
  await write(keywords.filter(isShared), new BulkRows<KeywordRow>(COLUMNS), 'keyword', 'id', sql);
  const own = keywords.filter((known) => !isShared(known));
  await write(own, new BulkRows<KeywordRow>(OWN_COLUMNS), 'own_keyword', 'id, workspace', sql);
}

async function write(
  keywords: readonly KnownKeyword[],
  bulk: BulkRows<KeywordRow>,
  table: 'keyword' | 'own_keyword',
  key: string,
  sql: ProjectionSql,
): Promise<void> {
  const insert = () =>
    sql.run(
      `insert into ${table} (${bulk.names}) ${bulk.select}
       on conflict (${key}) do update set
         known_since = excluded.known_since, search_volume = excluded.search_volume,
         competition = excluded.competition, result_count = excluded.result_count,
         average_price = excluded.average_price, opportunity = excluded.opportunity,
         last_observed_at = excluded.last_observed_at, item = excluded.item, fold = excluded.fold`,
      bulk.take(),
    );
  for (const known of keywords) {
    bulk.add({ ...known, item: keywordItem(known.name, known.summary, CURRENT_FORMULAS) });
    if (bulk.isFull) await insert();
  }
  if (!bulk.isEmpty) await insert();
}
