import type { MikroORM } from '@mikro-orm/postgresql';
import { rows } from '../database/database.js';
import type { Notices } from './notices.js';

/** No projector has made the first build of this projection yet. */
export class NoLiveBuild extends Error {
  override readonly name = 'NoLiveBuild';
}

/** Knows which PostgreSQL schema answers for a projection; asked before every query, so it is remembered until a switch. */
export class LiveBuilds {
  private readonly schemas = new Map<string, string>();
  /** Counts what may have made an answer old while it was under way. */
  private changes = 0;

  private constructor(
    private readonly orm: MikroORM,
    private readonly notices: Notices,
  ) {}

  static async listen(orm: MikroORM, notices: Notices): Promise<LiveBuilds> {
    const builds = new LiveBuilds(orm, notices);
    await notices.on('projection_switched', () => builds.forget());
    notices.onReconnect(() => builds.forget());
    return builds;
  }

  /** Schema name to write as `"<schema>".table`. Throws NoLiveBuild before the first start of the projector. */
  async schemaOf(projection: string): Promise<string> {
    const known = this.schemas.get(projection);
    if (known !== undefined && this.notices.connected) return known;
    const changes = this.changes;
    const [row] = await rows<{ schema: string }>(
      this.orm,
      `select schema_name as schema from following.builds where projection = $1 and status = 'live'`,
      [projection],
    );
    if (!row)
      throw new NoLiveBuild(`projection ${projection} has no live build yet: the projector has not started`);
    if (changes === this.changes && this.notices.connected) this.schemas.set(projection, row.schema);
    return row.schema;
  }

  private forget(): void {
    this.changes += 1;
    this.schemas.clear();
  }
}
