import type { ProjectionSql } from '../../../../following/projection.js';
import { countedOf, OBSERVATION_COLUMNS, type StoredObservation } from './counted-rows.js';
import type { KeywordName } from './keyword-item.js';
import { storedSummary } from './stored-summary.js';
import type { Counted, RunningSummary } from './summary.js';

/** What a row of `keyword` or `own_keyword` holds. */
export interface KnownKeyword {
  readonly name: KeywordName;
  /** Whose own view it is; null for what all know. */
  readonly workspace: string | null;
  /** The least recordedAt of all that named it: as of an earlier moment nobody knew it. */
  readonly knownSince: string;
  /** The greatest recordedAt of its rows; null where there is none. */
  readonly recordedUntil: string | null;
  readonly summary: RunningSummary;
}

interface StoredKeyword {
  readonly workspace: string | null;
  readonly item: string;
  readonly fold: string;
  readonly known_ms: number;
}

const COLUMNS = 'item, fold, (extract(epoch from known_since) * 1000)::float8 as known_ms';

export async function storedKeywords(ids: readonly string[], sql: ProjectionSql): Promise<KnownKeyword[]> {
  if (ids.length === 0) return [];
  const rows = await sql.run<StoredKeyword>(
    `select null::text as workspace, ${COLUMNS} from keyword where id = any($1::uuid[])`,
    [ids],
  );
  return rows.map(known);
}

export async function storedOwnKeywords(ids: readonly string[], sql: ProjectionSql): Promise<KnownKeyword[]> {
  if (ids.length === 0) return [];
  const rows = await sql.run<StoredKeyword>(
    `select workspace, ${COLUMNS} from own_keyword where id = any($1::uuid[])`,
    [ids],
  );
  return rows.map(known);
}

const known = (row: StoredKeyword): KnownKeyword => ({
  ...storedSummary(row),
  workspace: row.workspace,
  knownSince: new Date(row.known_ms).toISOString(),
});

/** What counts of each of the keywords, whoever's it is, in no order. */
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
