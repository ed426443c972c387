import type { MikroORM } from '@mikro-orm/postgresql';
import type { Projection } from '../projection.js';
import { compareShape } from './altered-build.js';
import { guardTables, shapeOf } from './build-shape.js';
import { announceSwitch, writing, type Build } from './builds.js';
import { BuildGone } from '../batches/checkpoint.js';
import { transaction } from '../database/database.js';

/** Memory of one index being made, in PostgreSQL. */
const INDEX_MEMORY = '128MB';

/**
 * Makes a build's late indexes and lets PostgreSQL count its rows, so that the first readers are answered as fast as
 * any later one. All or nothing and once: whoever comes second finds it done. Writers of the build wait meanwhile,
 * readers do not.
 */
export async function addLateIndexes(orm: MikroORM, projection: Projection, build: Build): Promise<void> {
  const key = [build.projection, build.build];
  await transaction(orm, async (sql) => {
    await sql.run(`${writing(build.schemaName)}; set local maintenance_work_mem to '${INDEX_MEMORY}'`);
    const [found] = await sql.run<{ indexed: boolean; unguarded: boolean }>(
      `select indexed, shape is null as unguarded from following.builds where projection = $1 and build = $2 and status <> 'dropped' for update`,
      key,
    );
    if (!found) throw new BuildGone(`build ${build.build} of ${build.projection} is gone`);
    if (found.indexed) return;
    const tables = await sql.run<{ name: string }>(
      'select quote_ident(tablename) as name from pg_tables where schemaname = $1 order by 1',
      [build.schemaName],
    );
    // The shape is remembered anew below: what somebody altered meanwhile must not become what was meant.
    await sql.run(`lock table ${tables.map(({ name }) => name).join(', ')} in share mode`);
    await compareShape(sql, build);
    // Made before guards and shapes were known.
    if (found.unguarded) await guardTables(sql, build.schemaName);
    if (projection.indexes !== undefined) await sql.run(projection.indexes);
    await sql.run(tables.map(({ name }) => `analyze ${name}`).join(';'));
    await sql.run(
      'update following.builds set indexed = true, shape = $3 where projection = $1 and build = $2',
      [...key, await shapeOf(sql, build.schemaName)],
    );
    // Whoever keeps a live build's rows in memory waits with reading them all until there are indexes.
    await announceSwitch(sql, build.projection);
  });
}
