import type { MikroORM } from '@mikro-orm/postgresql';
import type { ProjectionSql } from '../projection.js';
import type { Build } from '../builds/builds.js';
import { rows } from '../database/database.js';
import { HeldPartitions, type Checkpoint } from '../partitions/held-partitions.js';

/** The checkpoints are not where we left them, or not ours any more: what we did is rolled back. */
export class CheckpointMoved extends Error {
  override readonly name = 'CheckpointMoved';
}

/** The build was dropped while we followed it. */
export class BuildGone extends Error {
  override readonly name = 'BuildGone';
}

/** The partitions of a build that belong to `owner`; null: those that belong to nobody. */
export async function readHeld(orm: MikroORM, build: Build, owner: string | null): Promise<HeldPartitions> {
  const found = await rows<{ partition: number; position: string | null; ours: boolean }>(
    orm,
    `select partition, position, owner is not distinct from $3::uuid as ours
       from following.checkpoints where projection = $1 and build = $2`,
    [build.projection, build.build, owner],
  );
  if (found.length === 0) throw new BuildGone(`build ${build.build} of ${build.projection} is gone`);
  const ours = found.filter((row) => row.ours);
  return new HeldPartitions(
    ours.map((row) => [row.partition, row.position === null ? undefined : BigInt(row.position)]),
    found.length,
  );
}

export interface CheckpointMove {
  readonly owner: string | null;
  /** All of them stand at `from`. */
  readonly partitions: readonly number[];
  readonly from: Checkpoint;
  readonly to: bigint;
  readonly events: number;
  readonly eventsPerSecond: number;
}

/**
 * Compare-and-set inside the transaction of the rows: the place and the owner of every partition must be what we
 * believe, or nothing is written. It comes before the rows, so whoever lost a partition learns it here instead of
 * doing the work. Locks go from the lowest partition up, as everywhere, so that nobody waits in a circle. Counts and
 * pace stand at the first partition, so that sums over partitions are right.
 */
export async function moveCheckpoints(sql: ProjectionSql, build: Build, move: CheckpointMove): Promise<void> {
  const moved = await sql.run(
    `with held as (
       select partition from following.checkpoints
        where projection = $1 and build = $2 and partition = any($3::integer[])
          and owner is not distinct from $4::uuid and position is not distinct from $5::bigint
        order by partition for update)
     update following.checkpoints c
        set position = $6::bigint,
            events_counted = c.events_counted + case when c.partition = $7 then $8::bigint else 0 end,
            events_per_second = case when c.partition = $7 then $9::real else 0 end, updated_at = now()
       from held where c.projection = $1 and c.build = $2 and c.partition = held.partition
  returning c.partition`,
    [
      build.projection,
      build.build,
      move.partitions,
      move.owner,
      move.from?.toString() ?? null,
      move.to.toString(),
      move.partitions[0],
      move.events,
      move.eventsPerSecond,
    ],
  );
  if (moved.length < move.partitions.length)
    throw new CheckpointMoved(
      `not all of ${build.projection} (build ${build.build}) is ours at ${move.from ?? 'the start'} any more`,
    );
}
