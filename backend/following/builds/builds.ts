import type { MikroORM } from '@mikro-orm/postgresql';
import type { Projection, ProjectionSql } from '../projection.js';
import { guardTables, shapeOf } from './build-shape.js';
import { rows } from '../database/database.js';
import { partitionCount } from '../partitions/partitions.js';

export type BuildStatus = 'building' | 'live' | 'previous' | 'dropped';
/**
 * catching-up: reads the past; running: waits for what is new; retrying: something failed and is tried again;
 * stopped: needs a person; held: caught up but differs from the live build; unfollowed: the running programs have
 * another version of the projection.
 */
export type BuildState = 'catching-up' | 'running' | 'retrying' | 'stopped' | 'held' | 'unfollowed';

export interface Build {
  readonly projection: string;
  readonly build: number;
  readonly version: number;
  readonly schemaName: string;
  readonly status: BuildStatus;
  /** Caught up, but a person must look at how it differs from the live build. */
  readonly held: boolean;
  /** An operator went back from this build: it is not built again by a mere start. */
  readonly undone: boolean;
  /** Its late indexes are made. */
  readonly indexed: boolean;
}

const COLUMNS = `projection, build, version, schema_name as "schemaName", status, state = 'held' as held, undone, indexed`;
const ORDER = 'order by switched_at desc nulls first, build desc';

/** All builds that still have tables; of several previous ones the last to answer comes first. */
export async function keptBuilds(orm: MikroORM, projection: string): Promise<Build[]> {
  return rows<Build>(
    orm,
    `select ${COLUMNS} from following.builds where projection = $1 and status <> 'dropped' ${ORDER}`,
    [projection],
  );
}

/** Whoever changes the builds of a projection holds this until its transaction ends. */
export async function lockBuilds(sql: ProjectionSql, projection: string): Promise<Build[]> {
  await sql.run(`select pg_advisory_xact_lock(hashtext('following.builds'), hashtext($1))`, [projection]);
  return sql.run<Build>(
    `select ${COLUMNS} from following.builds where projection = $1 and status <> 'dropped' ${ORDER}`,
    [projection],
  );
}

/** Makes schema, tables and checkpoint of a new build. The caller holds the lock. */
export async function createBuild(
  sql: ProjectionSql,
  projection: Projection,
  status: 'live' | 'building',
): Promise<void> {
  const [next] = await sql.run<{ build: number }>(
    'select coalesce(max(build), 0) + 1 as build from following.builds where projection = $1',
    [projection.name],
  );
  const build = next?.build ?? 1;
  const schemaName = schemaNameOf(projection.name, build);
  await sql.run(`create schema "${schemaName}"`);
  await sql.run(writing(schemaName));
  await sql.run(projection.tables);
  await guardTables(sql, schemaName);
  await sql.run(
    `insert into following.builds (projection, build, version, schema_name, status, shape, switched_at)
     values ($1, $2, $3, $4, $5::text, $6, case when $5::text = 'live' then now() end)`,
    [projection.name, build, projection.version, schemaName, status, await shapeOf(sql, schemaName)],
  );
  await sql.run(
    'insert into following.checkpoints (projection, build, partition) select $1, $2, generate_series(0, $3::integer - 1)',
    [projection.name, build, partitionCount(projection)],
  );
  if (status === 'live') await announceSwitch(sql, projection.name);
}

/** Removes the tables of a build. Its row stays as a trace. */
export async function dropBuild(sql: ProjectionSql, build: Build): Promise<void> {
  await sql.run(`drop schema if exists "${build.schemaName}" cascade`);
  await sql.run('delete from following.parked_events where projection = $1 and build = $2', key(build));
  await sql.run('delete from following.checkpoints where projection = $1 and build = $2', key(build));
  await sql.run(
    `update following.builds set status = 'dropped' where projection = $1 and build = $2`,
    key(build),
  );
}

/** Tells every process that another build answers from now on, once the transaction commits. */
export async function announceSwitch(sql: ProjectionSql, projection: string): Promise<void> {
  await sql.run(`select pg_notify('projection_switched', $1)`, [projection]);
}

/**
 * Until the transaction ends unqualified names mean this build's tables, and its rows may be written; extensions live
 * in `public`.
 */
export function writing(schemaName: string): string {
  return `set local search_path to "${schemaName}", public; set local following.writer to "${schemaName}"`;
}

function schemaNameOf(projection: string, build: number): string {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(projection) || projection.length > 48)
    throw new Error(`projection name "${projection}" is not kebab-case of at most 48 characters`);
  return `${projection.replaceAll('-', '_')}_b${build}`;
}

function key(build: Build): [string, number] {
  return [build.projection, build.build];
}
