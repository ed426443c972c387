import type { MikroORM } from '@mikro-orm/postgresql';
import type { AnyRecordedEvent } from '../../event-log/event-log.js';
import type { ApplyContext, Projection, ProjectionSql } from '../projection.js';
import { writing, type Build } from '../builds/builds.js';
import { moveCheckpoints } from './checkpoint.js';
import { transaction } from '../database/database.js';
import type { Checkpoint } from '../partitions/held-partitions.js';
import { KEEPING_MOVED } from './moved-keys.js';

export interface Batch {
  readonly events: readonly AnyRecordedEvent[];
  /** Null: nobody owns the partitions, as in the spec of a projection. */
  readonly owner: string | null;
  readonly partitions: readonly number[];
  /** These are all partitions of the build: nobody else's place matters to readers. */
  readonly whole: boolean;
  readonly from: Checkpoint;
  /** Everything up to here is done once this commits; at least the position of the last event. */
  readonly to: bigint;
  readonly eventsPerSecond: number;
}

/** PostgreSQL takes notices below 8,000 bytes; past this the keys are left out, which means: anything may have moved. */
const MAX_NOTICE_BYTES = 7_500;

/** Rows, checkpoints and the notice to waiting readers, in one transaction. */
export async function commitBatch(
  orm: MikroORM,
  projection: Projection,
  build: Build,
  batch: Batch,
  context: ApplyContext,
): Promise<void> {
  // Rows and checkpoint are lost together or not at all, and the log tells both again: no commit needs to wait for
  // the disk.
  const settings = `${writing(build.schemaName)}; set local synchronous_commit to off`;
  await transaction(
    orm,
    async (sql) => {
      await moveCheckpoints(sql, build, { ...batch, events: batch.events.length });
      const keys = batch.events.length > 0 ? await projection.apply(batch.events, sql, context) : [];
      await notifyMoved(sql, build, batch, keys);
    },
    settings,
  );
}

/**
 * Only what readers read is worth a notice. Whether this build answers is asked after the checkpoint is locked: a
 * switch that went before is seen, and one that comes after announces itself.
 */
async function notifyMoved(
  sql: ProjectionSql,
  build: Build,
  batch: Batch,
  keys: readonly string[],
): Promise<void> {
  // Where others feed a part of the build, the least of all places is known to nobody before their commit.
  const position = batch.whole ? batch.to.toString() : null;
  const payload = (shown: readonly string[] | null) =>
    JSON.stringify({ projection: build.projection, position, keys: shown });
  const moved = [...new Set(keys)];
  const all = payload(moved);
  const notice = Buffer.byteLength(all) <= MAX_NOTICE_BYTES ? all : payload(null);
  await sql.run(
    `with live as (select schema_name from following.builds where projection = $1 and build = $2 and status = 'live'),
          ${KEEPING_MOVED}
     select pg_notify('projection_moved', $3) from live`,
    [build.projection, build.build, notice, moved, 2 * moved.length],
  );
}
