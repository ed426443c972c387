import type { MikroORM } from '@mikro-orm/postgresql';
import type { ProjectionSql } from '../projection.js';
import { announceSwitch, dropBuild, lockBuilds, type Build } from '../runner/builds.js';
import { transaction } from '../runner/database.js';
import { compareBuilds, poorerTable } from './compare-builds.js';

/** behind: the live build knows more events; held: a person must look at the difference; gone: not building any more. */
export type SwitchOutcome = 'switched' | 'behind' | 'held' | 'gone';

/**
 * Lets a caught-up build answer instead of the live one, which is kept for undo. Both checkpoints stand still
 * meanwhile, so readers never see fewer events than before. A build of the same version must not have fewer rows
 * in any table unless `anyway` says so.
 */
export async function switchBuild(
  orm: MikroORM,
  candidate: Build,
  options: { readonly anyway: boolean },
): Promise<SwitchOutcome> {
  return transaction(orm, async (sql) => {
    const builds = await lockBuilds(sql, candidate.projection);
    const built = builds.find((build) => build.build === candidate.build && build.status === 'building');
    const live = builds.find((build) => build.status === 'live');
    if (!built || !live) return 'gone';
    const positions = await standStill(sql, live, built);
    if (positions.built < positions.live) return 'behind';
    const comparison = await compareBuilds(sql, live, built);
    const poorer = built.version === live.version ? poorerTable(comparison) : undefined;
    if (poorer !== undefined && !options.anyway) {
      await sql.run(
        `update following.builds set state = 'held', error = $3, comparison = $4 where projection = $1 and build = $2`,
        [built.projection, built.build, poorer, JSON.stringify(comparison)],
      );
      return 'held';
    }
    await makeLive(sql, live, built);
    await sql.run('update following.builds set comparison = $3 where projection = $1 and build = $2', [
      built.projection,
      built.build,
      JSON.stringify(comparison),
    ]);
    await sql.run(`select pg_notify('projection_moved', $1)`, [
      JSON.stringify({ projection: built.projection, position: positions.built.toString(), keys: null }),
    ]);
    return 'switched';
  });
}

/** The change that readers see: which one row of the projection is live. */
export async function makeLive(sql: ProjectionSql, from: Build, to: Build): Promise<void> {
  await sql.run(`update following.builds set status = 'previous' where projection = $1 and build = $2`, [
    from.projection,
    from.build,
  ]);
  await sql.run(
    `update following.builds set status = 'live', undone = false, switched_at = clock_timestamp(), error = null,
            state = case when state = 'held' then 'running' else state end
      where projection = $1 and build = $2`,
    [to.projection, to.build],
  );
  await announceSwitch(sql, to.projection);
}

/** Keeps the build that answered last for undo and drops all before it. */
export async function dropOlderBuilds(orm: MikroORM, projection: string): Promise<void> {
  await transaction(orm, async (sql) => {
    const builds = await lockBuilds(sql, projection);
    const [, ...older] = builds.filter((build) => build.status === 'previous');
    // A reader that still sits on the oldest tables must not make everybody else wait for long.
    await sql.run(`set local lock_timeout to '5s'`);
    for (const build of older) await dropBuild(sql, build);
  });
}

async function standStill(
  sql: ProjectionSql,
  live: Build,
  built: Build,
): Promise<{ live: bigint; built: bigint }> {
  const checkpoints = await sql.run<{ build: number; position: string | null }>(
    `select build, position from following.checkpoints
      where projection = $1 and build = any($2::integer[]) and partition = 0 order by build for update`,
    [live.projection, [live.build, built.build]],
  );
  const positionOf = (build: Build) =>
    BigInt(checkpoints.find((checkpoint) => checkpoint.build === build.build)?.position ?? -1);
  return { live: positionOf(live), built: positionOf(built) };
}
