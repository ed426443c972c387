import type { KeywordTables } from './keyword-tables.js';
import {
  countedOf,
  OBSERVATION_COLUMNS,
  type CountedOfKeyword,
  type StoredObservation,
} from '../projection/counted-rows.js';
import { metricsOf, type ObservedEvent } from '../projection/observation-rows.js';
import { CURRENT_FORMULAS, type Formulas } from '../scoring/formulas.js';

export interface Wanted {
  readonly keywordIds: readonly string[];
  /** Whose own observations count beside those that all share. */
  readonly workspace: string;
  /** What was recorded until then and not retracted then; undefined: now. */
  readonly asOf?: string | undefined;
  /** Observations of this time alone, both ends included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly formulas: Formulas;
}

/** What counted at a moment, by our own clock (recordedAt); scores by the given formulas. In no order. */
export async function observationsKnown(tables: KeywordTables, wanted: Wanted): Promise<CountedOfKeyword[]> {
  const rescore = !areCurrent(wanted.formulas);
  const rows = await tables.read<StoredObservation & { readonly data: string }>(
    (schema) => `select ${OBSERVATION_COLUMNS} ${rescore ? ', data' : ''}
       from ${schema}.observation
      where keyword_id = any($1::uuid[])
        and ($2::timestamptz is null or recorded_at <= $2)
        and (retracted_at is null or retracted_at > $2)
        and ($3::timestamptz is null or occurred_at >= $3)
        and ($4::timestamptz is null or occurred_at <= $4)
        and (workspace is null or workspace = $5)`,
    [wanted.keywordIds, wanted.asOf ?? null, wanted.from ?? null, wanted.to ?? null, wanted.workspace],
  );
  return rows.flatMap((row) => {
    if (!rescore) return countedOf(row);
    const data: unknown = JSON.parse(row.data);
    const event = { type: row.type, data } as ObservedEvent;
    return countedOf(row).map((counted) => ({ ...counted, metrics: metricsOf(event, wanted.formulas) }));
  });
}

/** True where the stored metrics of each observation are what these formulas give. */
export function areCurrent(formulas: Formulas): boolean {
  return (
    formulas.demand === CURRENT_FORMULAS.demand &&
    formulas.competition === CURRENT_FORMULAS.competition &&
    formulas.priceBand === CURRENT_FORMULAS.priceBand
  );
}
