import type { DataOf } from '../../../../contracts/events/catalogue.js';
import { BulkRows, float8, timestamptz, uuid } from '../../../../following/bulk-rows.js';
import type { ProjectionSql } from '../../../../following/projection.js';
import { CURRENT_FORMULAS } from '../scoring/formulas.js';
import { countedOf, OBSERVATION_COLUMNS, type StoredObservation } from './counted-rows.js';
import { writeOwnSteps, type OwnStep } from './own-steps.js';
import { standingOf, type Standing } from './standing.js';
import { summarise, type Counted } from './summary.js';

interface Row extends StoredObservation {
  readonly recorded_ms: number;
  readonly retracted_ms: number | null;
  /** Data of a retraction; null for all else. */
  readonly retraction: string | null;
}

interface Restated {
  readonly row: Row;
  readonly after: Standing;
}

/** A view whose rows may have left it at something else, from the moment of recording on. */
export interface OutOfTurn {
  readonly id: string;
  /** Whose own view it is; null: what all know. */
  readonly workspace: string | null;
  readonly since: string;
}

/**
 * Writes anew what rows left their keyword at, in the order of recording instead of that of the log. The two differ where
 * the clocks of several writers do, and where a made-up past is written after the present.
 */
export async function restateAfter(views: readonly OutOfTurn[], sql: ProjectionSql): Promise<void> {
  if (views.length === 0) return;
  const rows = await sql.run<Row>(
    `select ${OBSERVATION_COLUMNS}, (extract(epoch from recorded_at) * 1000)::float8 as recorded_ms,
            (extract(epoch from retracted_at) * 1000)::float8 as retracted_ms,
            case when type like 'observation.Retracted.%' then data end as retraction
       from observation where keyword_id = any($1::uuid[])
      order by recorded_at, observation.position`,
    [[...new Set(views.map(({ id }) => id))]],
  );
  const byKeyword = Map.groupBy(rows, ({ keyword_id }) => keyword_id);
  const shared: Restated[] = [];
  for (const { id, workspace, since } of views) {
    const visible = (byKeyword.get(id) ?? []).filter(
      (row) => row.workspace === null || row.workspace === workspace,
    );
    const restated = afterEach(visible, Date.parse(since));
    if (workspace === null) shared.push(...restated);
    else await writeOwnSteps(restated.map(({ row, after }) => stepOf(row, workspace, after)), sql); // prettier-ignore
  }
  await rewrite(shared, sql);
}

const stepOf = (row: Row, workspace: string, after: Standing): OwnStep => ({
  id: row.keyword_id,
  workspace,
  eventId: row.event_id,
  recordedAt: new Date(row.recorded_ms).toISOString(),
  position: BigInt(row.position),
  after,
});

async function rewrite(restated: readonly Restated[], sql: ProjectionSql): Promise<void> {
  const bulk = new BulkRows<Restated>({
    event_id: uuid(({ row }) => row.event_id),
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
  for (const one of restated) {
    bulk.add(one);
    if (bulk.isFull) await write();
  }
  if (!bulk.isEmpty) await write();
}

/** @param rows that one view hears of, in the order in which they were recorded */
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
    return [{ row, after: standingOf(summarise([...known.values()]), CURRENT_FORMULAS) }];
  });
}

const retractedBy = (data: string): string =>
  (JSON.parse(data) as DataOf<'observation.Retracted.v1'>).observationId;
