import type { MikroORM } from '@mikro-orm/postgresql';
import type { AnyRecordedEvent } from '../../event-log/event-log.js';
import type { Build } from '../builds/builds.js';
import { moveCheckpoints } from './checkpoint.js';
import { transaction } from '../database/database.js';
import type { Checkpoint } from '../partitions/held-partitions.js';

export interface ParkedEvent {
  readonly event: AnyRecordedEvent;
  readonly error: string;
  readonly owner: string | null;
  /** All that step over the event. */
  readonly partitions: readonly number[];
  /** Those of them that lose something by it. */
  readonly concerned: readonly number[];
  readonly from: Checkpoint;
}

/** Steps over an event that cannot be applied and writes down which: the projection counts as degraded from then on. */
export async function parkEvent(orm: MikroORM, build: Build, parked: ParkedEvent): Promise<void> {
  const { event, concerned, error } = parked;
  await transaction(orm, async (sql) => {
    await moveCheckpoints(sql, build, { ...parked, to: event.position, events: 0, eventsPerSecond: 0 });
    await sql.run(
      `insert into following.parked_events (projection, build, partition, position, event_id, event_type, error)
       select $1, $2, unnest($3::integer[]), $4, $5, $6, $7`,
      [build.projection, build.build, concerned, event.position.toString(), event.id, event.type, error],
    );
  });
}
