import { MikroORM } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { rows, transaction } from '../../../following/database/database.js';
import { LiveBuilds } from '../../../following/waiting/live-builds.js';

const UNDEFINED_TABLE = '42P01';

/** Reads the rows of the build that answers for a projection, by set-based SQL, without entities in between. */
@Injectable()
export class ProjectionTables {
  constructor(
    private readonly orm: MikroORM,
    private readonly builds: LiveBuilds,
  ) {}

  /**
   * `sql` gets the quoted schema, to write as `${schema}.table`. `settings` of PostgreSQL hold for this statement alone.
   * @throws NoLiveBuild before the projector has ever run
   */
  async read<Row>(
    projection: string,
    sql: (schema: string) => string,
    values: readonly unknown[] = [],
    settings: Readonly<Record<string, string>> = {},
  ): Promise<Row[]> {
    const run = (schema: string) => this.run<Row>(sql(`"${schema}"`), values, Object.entries(settings));
    const schema = await this.builds.schemaOf(projection);
    try {
      return await run(schema);
    } catch (error) {
      // The build was switched and dropped between the two questions: ask the one that answers now.
      const now = await this.builds.schemaOf(projection);
      const wasDropped = error instanceof Error && Reflect.get(error, 'code') === UNDEFINED_TABLE;
      if (!wasDropped || now === schema) throw error;
      return run(now);
    }
  }

  private run<Row>(
    text: string,
    values: readonly unknown[],
    settings: readonly (readonly [string, string])[],
  ): Promise<Row[]> {
    if (settings.length === 0) return rows<Row>(this.orm, text, values);
    return transaction(this.orm, async (sql) => {
      for (const setting of settings) await sql.run('select set_config($1, $2, true)', setting);
      return sql.run<Row>(text, values);
    });
  }
}
