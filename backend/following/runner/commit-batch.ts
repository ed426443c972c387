import type { MikroORM } from '@mikro-orm/postgresql';
import type { AnyRecordedEvent } from '../../event-log/event-log.js';
import type { ApplyContext, Projection, ProjectionSql } from '../projection.js';
import { searchPath, type Build } from './builds.js';
import { moveCheckpoint, type Checkpoint } from './checkpoint.js';
import { transaction } from './database.js';

export interface Batch {
  readonly events: readonly AnyRecordedEvent[];
  readonly from: Checkpoint;
  /** Everything up to here is done once this commits; at least the position of the last event. */
  readonly to: bigint;
  readonly eventsPerSecond: number;
}

/** PostgreSQL takes notices below 8,000 bytes; past this the keys are left out, which means: anything may have moved. */
const MAX_NOTICE_BYTES = 7_500;

/** Rows, checkpoint and the notice to waiting readers, in one transaction. */
export async function commitBatch(
  orm: MikroORM,
  projection: Projection,
  build: Build,
  batch: Batch,
  context: ApplyContext,
): Promise<void> {
  await transaction(orm, async (sql) => {
    // Rows and checkpoint are lost together or not at all, and the log tells both again: no commit needs to wait for
    // the disk.
    await sql.run(`${searchPath(build.schemaName)}; set local synchronous_commit to off`);
    const status = await moveCheckpoint(sql, build, { ...batch, events: batch.events.length });
    const keys = batch.events.length > 0 ? await projection.apply(batch.events, sql, context) : [];
    if (status === 'live') await notifyMoved(sql, projection.name, batch.to, keys);
  });
}

async function notifyMoved(
  sql: ProjectionSql,
  projection: string,
  position: bigint,
  keys: readonly string[],
): Promise<void> {
  const payload = (shown: readonly string[] | null) =>
    JSON.stringify({ projection, position: position.toString(), keys: shown });
  const all = payload([...new Set(keys)]);
  const notice = Buffer.byteLength(all) <= MAX_NOTICE_BYTES ? all : payload(null);
  await sql.run(`select pg_notify('projection_moved', $1)`, [notice]);
}
