import type { MikroORM } from '@mikro-orm/postgresql';
import type { Build } from '../builds/builds.js';
import { rows } from '../database/database.js';
import { LEASE, SHARES_CHANNEL } from './membership.js';

/**
 * Takes those of the wanted partitions that nobody alive owns. Not those in which a transaction of the one who is gone
 * still stands open: what is ours already need not wait for its end, and the next look finds them.
 */
export async function claimPartitions(
  orm: MikroORM,
  build: Build,
  owner: string,
  wanted: readonly number[],
): Promise<void> {
  await rows(
    orm,
    `with free as (
       select partition from following.checkpoints c
        where projection = $1 and build = $2 and partition = any($3::integer[]) and owner is distinct from $4::uuid
          and not exists (select from following.projectors p where p.id = c.owner and p.projection = c.projection
                             and p.seen_at > clock_timestamp() - interval '${LEASE}')
        order by partition for update skip locked)
     update following.checkpoints c set owner = $4::uuid, state = 'catching-up', error = null
       from free where c.projection = $1 and c.build = $2 and c.partition = free.partition`,
    [build.projection, build.build, wanted, owner],
  );
}

/** Gives back all but those to keep, and tells the others. The caller has no batch under way. */
export async function releasePartitions(
  orm: MikroORM,
  build: Build,
  owner: string,
  keep: readonly number[],
): Promise<void> {
  await rows(
    orm,
    `with released as (
       update following.checkpoints set owner = null
        where projection = $1 and build = $2 and owner = $3::uuid and partition <> all($4::integer[])
    returning partition)
     select pg_notify('${SHARES_CHANNEL}', '') where exists (select from released)`,
    [build.projection, build.build, owner, keep],
  );
}

export type FollowerState = 'catching-up' | 'running' | 'retrying' | 'stopped';

/** Writes down how the partitions of this owner fare. */
export async function setFollowerState(
  orm: MikroORM,
  build: Build,
  owner: string,
  state: FollowerState,
  error: string | undefined,
): Promise<void> {
  await rows(
    orm,
    `with ours as (
       select partition from following.checkpoints
        where projection = $1 and build = $2 and owner = $3::uuid order by partition for update)
     update following.checkpoints c set state = $4, error = $5
       from ours where c.projection = $1 and c.build = $2 and c.partition = ours.partition`,
    [build.projection, build.build, owner, state, error ?? null],
  );
}
