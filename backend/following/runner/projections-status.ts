import type { MikroORM } from '@mikro-orm/postgresql';
import type { EventLog } from '../../event-log/event-log.js';
import type { BuildState, BuildStatus } from '../builds/builds.js';
import { rows } from '../database/database.js';
import { LEASE } from '../partitions/membership.js';

export interface ProjectionStatus {
  readonly name: string;
  readonly version: number;
  readonly build: number;
  /** Place in `$all` up to which all of it is applied, as decimal text; null before the first event. */
  readonly position: string | null;
  /** How far that is behind the head of the log, in positions (not events). */
  readonly lag: number;
  readonly eventsPerSecond: number;
  /** Of several processes that share the work the one that fares worst; degraded: an event was stepped over. */
  readonly status: BuildState | 'degraded';
  readonly error?: string;
  readonly rebuild?: RebuildStatus;
}

export interface RebuildStatus {
  readonly version: number;
  readonly build: number;
  readonly status: BuildState;
  /** 0 to 100. */
  readonly percent: number;
  readonly eventsPerSecond: number;
  /** Seconds left at the pace so far; null until there is one. */
  readonly etaS: number | null;
  readonly error?: string;
}

interface BuildRow {
  projection: string;
  build: number;
  version: number;
  status: BuildStatus;
  state: BuildState;
  error: string | null;
  position: string | null;
  eventsPerSecond: number;
  ageS: number;
  parked: number;
}

/**
 * `held` is of the build as a whole; the rest is how its partitions fare, the worst of them standing for all. Unfollowed
 * is what running programs know in other versions alone.
 */
const BUILDS = `
  with alive as (
    select projection, version from following.projectors where seen_at > clock_timestamp() - interval '${LEASE}'),
  parts as (
    select projection, build, case when bool_and(position is not null) then min(position) end as position,
           -- A rate that nobody has renewed for a while is of the past.
           coalesce(sum(events_per_second) filter (where updated_at > now() - interval '5 seconds'), 0) as pace,
           (array_agg(state order by array_position(array['stopped', 'retrying', 'catching-up'], state)))[1] as state,
           (array_agg(error order by array_position(array['stopped', 'retrying', 'catching-up'], state)))[1] as error
      from following.checkpoints group by projection, build)
  select b.projection, b.build, b.version, b.status, p.position, p.pace::float8 as "eventsPerSecond",
         case when b.state = 'held' then 'held' when others.version is not null then 'unfollowed' else p.state end as state,
         case when b.state = 'held' then b.error
              when others.version is not null
              then format('the %s build is version %s, the running program knows version %s', b.status, b.version, others.version)
              else p.error end as error,
         extract(epoch from now() - b.created_at)::float8 as "ageS",
         (select count(*)::integer from following.parked_events e
           where e.projection = b.projection and e.build = b.build) as parked
    from following.builds b join parts p using (projection, build)
    left join lateral (
      select max(version) as version from alive where alive.projection = b.projection
      having bool_and(alive.version <> b.version)) others on true
   where b.status in ('live', 'building') order by b.projection, b.build`;

/** How every projection stands, read from its builds and checkpoints: any process may ask. */
export async function projectionsStatus(orm: MikroORM, eventLog: EventLog): Promise<ProjectionStatus[]> {
  const head = (await eventLog.head()) ?? 0n;
  const builds = await rows<BuildRow>(orm, BUILDS);
  return builds
    .filter((row) => row.status === 'live')
    .map((live) => {
      const building = builds.find((row) => row.projection === live.projection && row.status === 'building');
      return {
        name: live.projection,
        version: live.version,
        build: live.build,
        position: live.position,
        lag: Number(behind(head, live)),
        eventsPerSecond: Math.round(live.eventsPerSecond),
        status: live.parked > 0 && live.state === 'running' ? 'degraded' : live.state,
        ...(live.error === null ? {} : { error: live.error }),
        ...(building ? { rebuild: rebuildStatus(building, head) } : {}),
      };
    });
}

function rebuildStatus(row: BuildRow, head: bigint): RebuildStatus {
  const done = Number(row.position ?? 0);
  const left = Number(behind(head, row));
  const percent = left === 0 ? 100 : Math.floor((1_000 * done) / (done + left)) / 10;
  return {
    version: row.version,
    build: row.build,
    status: row.state,
    percent,
    eventsPerSecond: Math.round(row.eventsPerSecond),
    etaS: left === 0 ? 0 : done > 0 ? Math.ceil((left * row.ageS) / done) : null,
    ...(row.error === null ? {} : { error: row.error }),
  };
}

function behind(head: bigint, row: BuildRow): bigint {
  const position = BigInt(row.position ?? -1);
  return head > position ? head - position : 0n;
}
