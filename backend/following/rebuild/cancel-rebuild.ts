import type { MikroORM } from '@mikro-orm/postgresql';
import { dropBuild, lockBuilds } from '../builds/builds.js';
import { transaction } from '../database/database.js';
import { knownBuilds, RebuildRefused } from './rebuild-commands.js';

/**
 * Gives up the build that is made beside the live one, in whatever state it is, and takes back a request for one that has
 * not begun. Readers notice nothing. Throws UnknownProjection, or RebuildRefused where nothing is being built or the
 * build is the one that the running program needs.
 */
export async function cancelRebuild(orm: MikroORM, projection: string): Promise<void> {
  await knownBuilds(orm, projection);
  await transaction(orm, async (sql) => {
    const builds = await lockBuilds(sql, projection);
    const live = builds.find((build) => build.status === 'live');
    const building = builds.find((build) => build.status === 'building');
    // A program of another version feeds no other build, and its next look would only begin anew.
    if (building && live && building.version !== live.version)
      throw new RebuildRefused(
        `${projection} is being rebuilt because its version went from ${live.version} to ${building.version}: ` +
          `only that build is fed by the new program, so it cannot be cancelled`,
      );
    const taken = await sql.run('delete from following.requests where projection = $1 returning 1', [
      projection,
    ]);
    if (!building && taken.length === 0) throw new RebuildRefused(`${projection} is not being rebuilt`);
    if (building) {
      // In the order in which its follower takes them: first the checkpoints, then the tables.
      await sql.run(
        'select 1 from following.checkpoints where projection = $1 and build = $2 order by partition for update',
        [projection, building.build],
      );
      await dropBuild(sql, building);
    }
    await sql.run(`select pg_notify('projection_requested', $1)`, [projection]);
  });
}
