import { bigint, bool, BulkRows, float8, text, timestamptz, uuid } from '../../../../following/bulk-rows.js';
import type { ProjectionSql } from '../../../../following/projection.js';
import type { ObservationRow } from './observation-rows.js';
import type { Standing } from './standing.js';

/** A row of `observation` with what it left its keyword at: null where it moved no row that all share. */
export interface AppliedRow {
  readonly row: ObservationRow;
  readonly after: Standing | null;
}

/** Those of the rows that are not there yet, each once: an event that stands twice in the log counts once. */
export async function unseen(
  rows: readonly ObservationRow[],
  sql: ProjectionSql,
): Promise<readonly ObservationRow[]> {
  const fresh = new Map<string, ObservationRow>();
  const ids = new BulkRows<string>({ event_id: uuid((id) => id) });
  for (const row of rows) {
    if (fresh.has(row.event.id)) continue;
    fresh.set(row.event.id, row);
    ids.add(row.event.id);
  }
  if (fresh.size === 0) return [];
  const seen = await sql.run<{ event_id: string }>(
    'select event_id from observation where event_id = any($1::uuid[])',
    ids.take(),
  );
  for (const { event_id } of seen) fresh.delete(event_id);
  return [...fresh.values()];
}

/** Room for the rows of one batch after the other. */
export const observationRows = () =>
  new BulkRows<AppliedRow>({
    event_id: uuid(({ row }) => row.event.id),
    keyword_id: uuid(({ row }) => row.keyword.id),
    type: text(({ row }) => row.event.type),
    occurred_at: timestamptz(({ row }) => row.event.metadata.occurredAt),
    recorded_at: timestamptz(({ row }) => row.event.metadata.recordedAt),
    position: bigint(({ row }) => row.event.position),
    stream: text(({ row }) => row.event.stream),
    revision: bigint(({ row }) => row.event.revision),
    source: text(({ row }) => row.source),
    origin: text(({ row }) => row.origin),
    workspace: text(({ row }) => row.workspace),
    first_page: bool(({ row }) => row.firstPage),
    metrics: text(({ row }) => row.metrics && JSON.stringify(row.metrics)),
    failure_reason: text(({ row }) => row.failure?.reason ?? null),
    failure_detail: text(({ row }) => row.failure?.detail ?? null),
    data: text(({ row }) => row.event.dataJson ?? JSON.stringify(row.event.data)),
    after_search_volume: float8(({ after }) => after?.searchVolume ?? null),
    after_competition: float8(({ after }) => after?.competition ?? null),
    after_result_count: float8(({ after }) => after?.resultCount ?? null),
    after_average_price: float8(({ after }) => after?.averagePrice ?? null),
    after_opportunity: float8(({ after }) => after?.opportunity ?? null),
    after_last_observed_at: timestamptz(({ after }) => after?.lastObservedAt ?? null),
  });

/** @param rows none of them is there yet */
export async function insertObservations(
  rows: readonly AppliedRow[],
  bulk: BulkRows<AppliedRow>,
  sql: ProjectionSql,
): Promise<void> {
  const insert = () => sql.run(`insert into observation (${bulk.names}) ${bulk.select}`, bulk.take());
  for (const row of rows) {
    bulk.add(row);
    if (bulk.isFull) await insert();
  }
  if (!bulk.isEmpty) await insert();
}

const retractionRows = () =>
  new BulkRows<ObservationRow>({
    id: uuid(({ retracts }) => retracts),
    keyword_id: uuid(({ keyword }) => keyword.id),
    workspace: text(({ workspace }) => workspace),
    position: bigint(({ event }) => event.position),
    at: timestamptz(({ event }) => event.metadata.recordedAt),
  });

/**
 * Marks what counts no more: observations of the keyword that the retraction names, and that stand before it. A workspace takes
 * back only what is its own.
 */
export async function markRetracted(rows: readonly ObservationRow[], sql: ProjectionSql): Promise<void> {
  const bulk = retractionRows();
  for (const row of rows) if (row.retracts !== null) bulk.add(row);
  if (bulk.isEmpty) return;
  await sql.run(
    `update observation o set retracted_at = least(o.retracted_at, r.at)
       from (select event_id, min(r.at) as at
               from ${bulk.unnest} as r (${bulk.names}) join observation on event_id = r.id
              where observation.keyword_id = r.keyword_id and observation.position < r.position
                and (r.workspace is null or r.workspace = observation.workspace)
              group by event_id) r
      where o.event_id = r.event_id`,
    bulk.take(),
  );
}
