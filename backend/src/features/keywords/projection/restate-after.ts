import type { DataOf } from '../../../../contracts/events/catalogue.js';
import { BulkRows, float8, timestamptz, uuid } from '../../../../following/bulk-rows.js';
import type { ProjectionSql } from '../../../../following/projection.js';
import { CURRENT_FORMULAS } from '../scoring/formulas.js';
import { countedOf, OBSERVATION_COLUMNS, type StoredObservation } from './counted-rows.js';
import { standingOf, type Standing } from './standing.js';
import { summarise, type Counted } from './summary.js';

interface Row extends StoredObservation {
  readonly recorded_ms: number;
  readonly retracted_ms: number | null;
  /** Data of a retraction; null for all else. */
  readonly retraction: string | null;
}

interface Restated {
  readonly eventId: string;
  readonly after: Standing;
}

/**
 * Writes anew what rows left their keyword at, in the order of recording instead of that of the log. The two differ where
 * the clocks of several writers do, and where a made-up past is written after the present.
 * @param since by keyword: the moment of recording from which on its rows may be wrong
 */
export async function restateAfter(since: ReadonlyMap<string, string>, sql: ProjectionSql): Promise<void> {
  if (since.size === 0) return;
  const rows = await sql.run<Row>(
    `select ${OBSERVATION_COLUMNS}, (extract(epoch from recorded_at) * 1000)::float8 as recorded_ms,
            (extract(epoch from retracted_at) * 1000)::float8 as retracted_ms,
            case when type like 'observation.Retracted.%' then data end as retraction
       from observation where keyword_id = any($1::uuid[])
      order by recorded_at, observation.position`,
    [[...since.keys()]],
  );
  const bulk = new BulkRows<Restated>({
    event_id: uuid(({ eventId }) => eventId),
    search_volume: float8(({ after }) => after.searchVolume),
    competition: float8(({ after }) => after.competition),
    result_count: float8(({ after }) => after.resultCount),
    average_price: float8(({ after }) => after.averagePrice),
    opportunity: float8(({ after }) => after.opportunity),
    last_observed_at: timestamptz(({ after }) => after.lastObservedAt),
  });
  const write = () =>
    sql.run(
      `update observation o
          set after_search_volume = r.search_volume, after_competition = r.competition,
              after_result_count = r.result_count, after_average_price = r.average_price,
              after_opportunity = r.opportunity, after_last_observed_at = r.last_observed_at
         from ${bulk.unnest} as r (${bulk.names})
        where o.event_id = r.event_id`,
      bulk.take(),
    );
  for (const [id, ofKeyword] of Map.groupBy(rows, ({ keyword_id }) => keyword_id))
    for (const restated of afterEach(ofKeyword, Date.parse(since.get(id) ?? ''))) {
      bulk.add(restated);
      if (bulk.isFull) await write();
    }
  if (!bulk.isEmpty) await write();
}

/** @param rows of one keyword, in the order in which they were recorded */
function afterEach(rows: readonly Row[], sinceMs: number): Restated[] {
  const overSince = new Map(rows.map((row) => [row.event_id, row.retracted_ms ?? Infinity]));
  const known = new Map<string, Counted>();
  return rows.flatMap((row) => {
    if ((row.retracted_ms ?? Infinity) >= row.recorded_ms)
      for (const counted of countedOf(row)) known.set(counted.eventId, counted);
    const over = row.retraction === null ? undefined : retractedBy(row.retraction);
    // A retraction that the log has before what it speaks of has no effect.
    if (over !== undefined && (overSince.get(over) ?? Infinity) <= row.recorded_ms) known.delete(over);
    if (row.recorded_ms < sinceMs) return [];
    return [{ eventId: row.event_id, after: standingOf(summarise([...known.values()]), CURRENT_FORMULAS) }];
  });
}

const retractedBy = (data: string): string =>
  (JSON.parse(data) as DataOf<'observation.Retracted.v1'>).observationId;
