import { bigint, BulkRows, float8, text, timestamptz, uuid } from '../../../../following/bulk-rows.js';
import type { ProjectionSql } from '../../../../following/projection.js';
import type { Standing } from './standing.js';

/** What one observation left a workspace's own view of a keyword at. */
export interface OwnStep {
  readonly id: string;
  readonly workspace: string;
  readonly eventId: string;
  readonly recordedAt: string;
  readonly position: bigint;
  readonly after: Standing;
}

export async function writeOwnSteps(steps: readonly OwnStep[], sql: ProjectionSql): Promise<void> {
  const bulk = new BulkRows<OwnStep>({
    id: uuid(({ id }) => id),
    workspace: text(({ workspace }) => workspace),
    event_id: uuid(({ eventId }) => eventId),
    recorded_at: timestamptz(({ recordedAt }) => recordedAt),
    position: bigint(({ position }) => position),
    after_search_volume: float8(({ after }) => after.searchVolume),
    after_competition: float8(({ after }) => after.competition),
    after_result_count: float8(({ after }) => after.resultCount),
    after_average_price: float8(({ after }) => after.averagePrice),
    after_opportunity: float8(({ after }) => after.opportunity),
    after_last_observed_at: timestamptz(({ after }) => after.lastObservedAt),
  });
  const write = () =>
    sql.run(
      `insert into own_step (${bulk.names}) ${bulk.select}
       on conflict (id, workspace, event_id) do update set
         after_search_volume = excluded.after_search_volume, after_competition = excluded.after_competition,
         after_result_count = excluded.after_result_count, after_average_price = excluded.after_average_price,
         after_opportunity = excluded.after_opportunity, after_last_observed_at = excluded.after_last_observed_at`,
      bulk.take(),
    );
  for (const step of steps) {
    bulk.add(step);
    if (bulk.isFull) await write();
  }
  if (!bulk.isEmpty) await write();
}
