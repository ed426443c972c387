import type { MikroORM } from '@mikro-orm/postgresql';
import type { ProjectionSql } from '../projection.js';
import { shapeOf } from './build-shape.js';
import { writing, type Build } from './builds.js';
import { transaction } from '../database/database.js';

/** Somebody changed the tables of a build behind the projector's back. */
export class BuildAltered extends Error {
  override readonly name = 'BuildAltered';
}

/** @throws BuildAltered naming what is missing and what was added */
export async function assertUnaltered(orm: MikroORM, build: Build): Promise<void> {
  await transaction(orm, (sql) => compareShape(sql, build), writing(build.schemaName));
}

/** The same inside a transaction that writes this build. One made before shapes were remembered passes. */
export async function compareShape(sql: ProjectionSql, build: Build): Promise<void> {
  const [row] = await sql.run<{ shape: string | null }>(
    'select shape from following.builds where projection = $1 and build = $2',
    [build.projection, build.build],
  );
  if (row?.shape == null) return;
  const [made, found] = [row.shape.split('\n'), (await shapeOf(sql, build.schemaName)).split('\n')];
  const missing = made.filter((line) => !found.includes(line));
  const added = found.filter((line) => !made.includes(line));
  const changes = [...missing.map((line) => `missing ${line}`), ...added.map((line) => `new ${line}`)];
  if (changes.length === 0) return;
  throw new BuildAltered(
    `the tables of build ${build.build} (${build.schemaName}) were altered: ${changes.slice(0, 5).join('; ')}` +
      `${changes.length > 5 ? `; and ${changes.length - 5} more` : ''}. Rebuild the projection.`,
  );
}
