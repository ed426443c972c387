import type { MikroORM } from '@mikro-orm/postgresql';
import { keptBuilds, lockBuilds, type Build } from '../builds/builds.js';
import { rows, transaction } from '../database/database.js';
import { makeLive, switchBuild } from './switch-build.js';

/** Nothing follows under this name. */
export class UnknownProjection extends Error {
  override readonly name = 'UnknownProjection';
}

/** What was asked does not fit the builds that are there. */
export class RebuildRefused extends Error {
  override readonly name = 'RebuildRefused';
}

/**
 * Asks the running projector for a new build from the first event; it switches by itself once it has caught up.
 * Asking again while one is under way changes nothing. Throws UnknownProjection.
 */
export async function requestRebuild(orm: MikroORM, projection: string): Promise<void> {
  await knownBuilds(orm, projection);
  await transaction(orm, async (sql) => {
    await sql.run(
      `insert into following.requests (projection, kind) values ($1, 'rebuild')
       on conflict (projection) do update set requested_at = now()`,
      [projection],
    );
    await sql.run(`select pg_notify('projection_requested', $1)`, [projection]);
  });
}

/**
 * Lets the build that answered before answer again, as it stands; a projector that knows its version feeds it on.
 * The build left behind is kept, so doing it twice goes forward again. Throws UnknownProjection or RebuildRefused.
 */
export async function undoSwitch(orm: MikroORM, projection: string): Promise<void> {
  await knownBuilds(orm, projection);
  await transaction(orm, async (sql) => {
    const builds = await lockBuilds(sql, projection);
    const live = builds.find((build) => build.status === 'live');
    const previous = builds.find((build) => build.status === 'previous');
    if (!live || !previous) throw new RebuildRefused(`${projection} has no earlier build to go back to`);
    await makeLive(sql, live, previous);
    await sql.run('update following.builds set undone = true where projection = $1 and build = $2', [
      projection,
      live.build,
    ]);
  });
}

/** Switches to a build that is held because it has fewer rows. Throws UnknownProjection or RebuildRefused. */
export async function acceptRebuild(orm: MikroORM, projection: string): Promise<void> {
  const held = (await knownBuilds(orm, projection)).find((build) => build.held);
  if (!held) throw new RebuildRefused(`no build of ${projection} waits to be accepted`);
  const outcome = await switchBuild(orm, held, { anyway: true });
  if (outcome === 'behind')
    throw new RebuildRefused(`the held build of ${projection} is behind the live one: try again`);
}

/** Throws UnknownProjection, which names those that there are. */
export async function knownBuilds(orm: MikroORM, projection: string): Promise<Build[]> {
  const builds = await keptBuilds(orm, projection);
  if (builds.length > 0) return builds;
  const known = await rows<{ projection: string }>(
    orm,
    'select distinct projection from following.builds order by 1',
  );
  throw new UnknownProjection(
    `no projection "${projection}"; there are: ${known.map((row) => row.projection).join(', ') || 'none'}`,
  );
}
