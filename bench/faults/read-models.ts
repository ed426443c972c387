import { randomBytes } from 'node:crypto';
import type { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import type { EventLog } from '../../backend/event-log/event-log.js';
import { rows } from '../../backend/following/database/database.js';
import { projectionsStatus } from '../../backend/following/runner/projections-status.js';
import { Notices } from '../../backend/following/waiting/notices.js';
import { ProjectionMoves } from '../../backend/following/waiting/projection-moves.js';
import { ProjectionWaiter } from '../../backend/following/waiting/projection-waiter.js';
import { migrate } from '../../backend/local-servers/migrate.js';
import { FreshReads } from '../../backend/src/platform/database/fresh-reads.js';
import { projections } from '../../backend/src/projections.js';
import { until } from './waiting.js';

const CATCH_UP_MS = 90_000;

/** One hash for each table of each live read model: equal exactly where the rows are. */
export async function hashesOf(orm: MikroORM): Promise<Record<string, string>> {
  const tables = await rows<{ schema: string; projection: string; name: string }>(
    orm,
    `select b.schema_name as schema, b.projection, t.table_name as name
       from following.builds b join information_schema.tables t on t.table_schema = b.schema_name
      where b.status = 'live' order by 2, 3`,
  );
  const hashes: Record<string, string> = {};
  for (const { schema, projection, name } of tables) {
    const [row] = await rows<{ hash: string; count: string }>(
      orm,
      `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash, count(*) as count
         from "${schema}"."${name}" t`,
    );
    hashes[`${projection}.${name}`] = `${row?.hash} (${row?.count} rows)`;
  }
  return hashes;
}

/** Names the tables that differ. */
export function differences(
  built: Readonly<Record<string, string>>,
  fromScratch: Readonly<Record<string, string>>,
): string[] {
  const tables = [...new Set([...Object.keys(built), ...Object.keys(fromScratch)])];
  return tables.flatMap((table) =>
    built[table] === fromScratch[table]
      ? []
      : [
          `${table} is ${built[table] ?? 'not there'}, built from scratch ${fromScratch[table] ?? 'not there'}`,
        ],
  );
}

/** Waits until every read model of the product shows all that is in the log. */
export async function caughtUp(orm: MikroORM, eventLog: EventLog): Promise<void> {
  const head = await eventLog.head();
  if (head === undefined) return;
  const notices = await Notices.connect(orm);
  try {
    const fresh = new FreshReads(new ProjectionWaiter(orm, await ProjectionMoves.listen(orm, notices)));
    for (const { name } of projections)
      await until(`${name} at ${head}`, () => fresh.isAt(name, head, 1_000), CATCH_UP_MS).catch(
        async (error: unknown) => {
          const status = await projectionsStatus(orm, eventLog);
          const checkpoints = await rows(orm, 'select * from following.checkpoints where projection = $1', [
            name,
          ]);
          throw new Error(`${String(error)}: ${JSON.stringify({ status, checkpoints })}`);
        },
      );
  } finally {
    await notices.close();
  }
}

/** New migrated databases on one server. */
export class Databases {
  private constructor(private readonly adminUrl: string) {}

  static async on(url: string): Promise<Databases> {
    await migrate(url);
    return new Databases(url);
  }

  private async asAdmin(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
    const client = new pg.Client({ connectionString: this.named('postgres') });
    await client.connect();
    await work(client).finally(() => client.end());
  }

  async create(): Promise<string> {
    const name = `trial_${randomBytes(6).toString('hex')}`;
    await this.asAdmin((client) => client.query(`create database ${name} template ${this.template}`));
    return this.named(name);
  }

  async drop(url: string): Promise<void> {
    const name = url.slice(url.lastIndexOf('/') + 1);
    await this.asAdmin((client) => client.query(`drop database if exists ${name} with (force)`));
  }

  private get template(): string {
    return this.adminUrl.slice(this.adminUrl.lastIndexOf('/') + 1);
  }

  private named(name: string): string {
    return this.adminUrl.replace(/\/[^/]*$/, `/${name}`);
  }
}
