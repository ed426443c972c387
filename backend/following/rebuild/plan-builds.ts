import type { MikroORM } from '@mikro-orm/postgresql';
import type { Projection } from '../projection.js';
import { createBuild, dropBuild, keptBuilds, lockBuilds, type Build } from '../builds/builds.js';
import { transaction } from '../database/database.js';

export interface BuildPlan {
  readonly live: Build;
  /** The build that is made beside the live one. */
  readonly building: Build | undefined;
  /** Those of both that this program can feed. */
  readonly followed: readonly Build[];
}

/**
 * Decides which builds of a projection a program of this version feeds, and makes the one that is missing:
 * none yet → build 1 is live at once; a newer version than the live one, or a request → a new build beside it;
 * an older version (a roll-back of the program, a rolling update) → nothing: `undoSwitch` or a request decides that.
 */
export async function planBuilds(orm: MikroORM, projection: Projection): Promise<BuildPlan> {
  await transaction(orm, async (sql) => {
    const builds = await lockBuilds(sql, projection.name);
    const requested = await sql.run('delete from following.requests where projection = $1 returning kind', [
      projection.name,
    ]);
    const live = builds.find((build) => build.status === 'live');
    if (!live) return createBuild(sql, projection, 'live');
    const building = builds.find((build) => build.status === 'building');
    if (building && building.version > projection.version) return;
    const useful = building?.version === projection.version && !building.held;
    const outdated = building !== undefined && building.version < projection.version;
    const newer = projection.version > live.version && !wentBackFrom(builds, projection.version);
    const wanted = requested.length > 0 || (newer && building?.held !== true);
    if (building && (outdated || (wanted && !useful))) await dropBuild(sql, building);
    if (wanted && !useful) await createBuild(sql, projection, 'building');
  });
  const builds = await keptBuilds(orm, projection.name);
  const live = builds.find((build) => build.status === 'live');
  if (!live) throw new Error(`projection ${projection.name} has no live build`);
  const building = builds.find((build) => build.status === 'building');
  const candidates = building ? [live, building] : [live];
  return { live, building, followed: candidates.filter((build) => build.version === projection.version) };
}

function wentBackFrom(builds: readonly Build[], version: number): boolean {
  return builds.some((build) => build.version === version && build.undone);
}
