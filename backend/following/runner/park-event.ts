import type { MikroORM } from '@mikro-orm/postgresql';
import type { AnyRecordedEvent } from '../../event-log/event-log.js';
import type { Build } from './builds.js';
import { moveCheckpoint, type Checkpoint } from './checkpoint.js';
import { transaction } from './database.js';

/** Steps over an event that cannot be applied and writes down which: the projection counts as degraded from then on. */
export async function parkEvent(
  orm: MikroORM,
  build: Build,
  parked: { event: AnyRecordedEvent; from: Checkpoint; error: string },
): Promise<void> {
  const { event, from, error } = parked;
  await transaction(orm, async (sql) => {
    await moveCheckpoint(sql, build, { from, to: event.position, events: 0, eventsPerSecond: 0 });
    await sql.run(
      `insert into following.parked_events (projection, build, position, event_id, event_type, error)
       values ($1, $2, $3, $4, $5, $6)`,
      [build.projection, build.build, event.position.toString(), event.id, event.type, error],
    );
  });
}
