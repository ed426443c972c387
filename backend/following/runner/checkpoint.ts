import type { MikroORM } from '@mikro-orm/postgresql';
import type { ProjectionSql } from '../projection.js';
import type { Build, BuildStatus } from './builds.js';
import { rows } from './database.js';

/** Place in `$all` up to which everything is applied; undefined: nothing yet. */
export type Checkpoint = bigint | undefined;

/** Another runner moved the checkpoint first: what we did is rolled back. */
export class CheckpointMoved extends Error {
  override readonly name = 'CheckpointMoved';
}

/** The build was dropped while we followed it. */
export class BuildGone extends Error {
  override readonly name = 'BuildGone';
}

export async function readCheckpoint(orm: MikroORM, build: Build): Promise<Checkpoint> {
  const [row] = await rows<{ position: string | null }>(
    orm,
    'select position from following.checkpoints where projection = $1 and build = $2 and partition = 0',
    [build.projection, build.build],
  );
  if (!row) throw new BuildGone(`build ${build.build} of ${build.projection} is gone`);
  return row.position === null ? undefined : BigInt(row.position);
}

export interface CheckpointMove {
  readonly from: Checkpoint;
  readonly to: bigint;
  readonly events: number;
  readonly eventsPerSecond: number;
}

/**
 * Compare-and-set inside the transaction of the rows. It comes before them, so a second runner waits here instead of
 * doing the same work; then it finds 0 rows, throws CheckpointMoved and rolls back.
 * Answers with the status of the build at this moment.
 */
export async function moveCheckpoint(
  sql: ProjectionSql,
  build: Build,
  move: CheckpointMove,
): Promise<BuildStatus> {
  const moved = await sql.run<{ status: BuildStatus }>(
    `update following.checkpoints c
        set position = $4::bigint, events_counted = c.events_counted + $5, events_per_second = $6, updated_at = now()
       from following.builds b
      where c.projection = $1 and c.build = $2 and c.partition = 0 and c.position is not distinct from $3::bigint
        and b.projection = c.projection and b.build = c.build
  returning b.status`,
    [
      build.projection,
      build.build,
      move.from?.toString() ?? null,
      move.to.toString(),
      move.events,
      move.eventsPerSecond,
    ],
  );
  const [row] = moved;
  if (!row)
    throw new CheckpointMoved(
      `the checkpoint of ${build.projection} is no longer at ${move.from ?? 'the start'}`,
    );
  return row.status;
}
