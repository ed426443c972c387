import type { MikroORM } from '@mikro-orm/postgresql';
import type { ProjectionSql } from '../projection.js';
import { announceSwitch, dropBuild, keptBuilds, lockBuilds, type Build } from '../builds/builds.js';
import { rows, transaction } from '../database/database.js';
import { compareBuilds, poorerTable } from './compare-builds.js';

/** behind: the live build knows more events; held: a person must look at the difference; gone: not building any more. */
export type SwitchOutcome = 'switched' | 'behind' | 'held' | 'gone';

/**
 * Lets a caught-up build answer instead of the live one, which is kept for undo. Every partition of both stands still
 * for the moment of the switch, so readers never see fewer events than before. A build of the same version must not
 * have fewer rows in any table unless `anyway` says so; rows are counted before, while both builds go on.
 */
export async function switchBuild(
  orm: MikroORM,
  candidate: Build,
  options: { readonly anyway: boolean },
): Promise<SwitchOutcome> {
  const { built, live } = candidates(await keptBuilds(orm, candidate.projection), candidate);
  if (!built || !live) return 'gone';
  if (!built.indexed) return 'behind';
  if (built.held && !options.anyway) return 'held';
  if (!options.anyway && !(await isCompared(orm, built))) {
    const outcome = await compare(orm, live, built);
    if (outcome !== undefined) return outcome;
  }
  return transaction(orm, async (sql) => {
    const locked = candidates(await lockBuilds(sql, candidate.projection), candidate);
    if (!locked.built || !locked.live) return 'gone';
    const { places, least } = await standStill(sql, locked.live, locked.built);
    if (isBehind(places, locked.live, locked.built)) return 'behind';
    await makeLive(sql, locked.live, locked.built);
    await sql.run(`select pg_notify('projection_moved', $1)`, [
      JSON.stringify({ projection: built.projection, position: least, keys: null }),
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

function candidates(builds: readonly Build[], candidate: Build) {
  return {
    built: builds.find((build) => build.build === candidate.build && build.status === 'building'),
    live: builds.find((build) => build.status === 'live'),
  };
}

async function isCompared(orm: MikroORM, build: Build): Promise<boolean> {
  const [row] = await rows<{ compared: boolean }>(
    orm,
    'select comparison is not null as compared from following.builds where projection = $1 and build = $2',
    [build.projection, build.build],
  );
  return row?.compared ?? false;
}

/** Counts the rows of both as they stood at one moment, and writes down what came of it. */
async function compare(orm: MikroORM, live: Build, built: Build): Promise<'behind' | 'held' | undefined> {
  const comparison = await transaction(
    orm,
    async (sql) => {
      const places = await placesOf(sql, live, built);
      return isBehind(places, live, built) ? undefined : compareBuilds(sql, live, built);
    },
    'set transaction isolation level repeatable read',
  );
  if (!comparison) return 'behind';
  const poorer = built.version === live.version ? poorerTable(comparison) : undefined;
  await rows(
    orm,
    `update following.builds set comparison = $3, error = $4, state = case when $4::text is null then state else 'held' end
      where projection = $1 and build = $2 and status = 'building'`,
    [built.projection, built.build, JSON.stringify(comparison), poorer ?? null],
  );
  return poorer === undefined ? undefined : 'held';
}

interface Place {
  readonly build: number;
  readonly partition: number;
  readonly position: string | null;
}

const PLACES = `select build, partition, position from following.checkpoints
  where projection = $1 and build = any($2::integer[]) order by build, partition`;

function placesOf(sql: ProjectionSql, live: Build, built: Build, lock = ''): Promise<Place[]> {
  return sql.run<Place>(`${PLACES} ${lock}`, [live.projection, [live.build, built.build]]);
}

async function standStill(
  sql: ProjectionSql,
  live: Build,
  built: Build,
): Promise<{ places: readonly Place[]; least: string | null }> {
  const places = await placesOf(sql, live, built, 'for update');
  const [least] = places
    .filter((place) => place.build === built.build)
    .map(numbered)
    .sort((one, other) => (one < other ? -1 : 1));
  return { places, least: least === undefined || least < 0n ? null : least.toString() };
}

/**
 * True where the live build knows something that the new one does not. Partition by partition, if both are cut alike;
 * else the hindmost of the new one must have reached the foremost of the other.
 */
function isBehind(places: readonly Place[], live: Build, built: Build): boolean {
  const [ofLive, ofBuilt] = [live, built].map(({ build }) => places.filter((place) => place.build === build));
  if (!ofLive || !ofBuilt) return true;
  const alike = ofLive.length === ofBuilt.length;
  return ofLive.some((there) =>
    ofBuilt.some(
      (here) => (!alike || here.partition === there.partition) && numbered(here) < numbered(there),
    ),
  );
}

function numbered(place: Place): bigint {
  return BigInt(place.position ?? -1);
}
