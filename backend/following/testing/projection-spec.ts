import type { MikroORM } from '@mikro-orm/postgresql';
import { connectOrm } from '../database/connect-orm.js';
import { rows, transaction } from '../database/database.js';
import { writing } from '../builds/builds.js';
import { readHeld } from '../batches/checkpoint.js';
import { commitBatch } from '../batches/commit-batch.js';
import { planBuilds } from '../rebuild/plan-builds.js';
import type { AnyNewEvent, AnyRecordedEvent } from '../../event-log/event-log.js';
import { ownsAll, type Projection, type ProjectionSql } from '../projection.js';

export interface ProjectionSpec {
  readonly orm: MikroORM;
  /** Schema of the build that is fed. */
  readonly schema: string;
  /**
   * Applies the events as one batch, in the transaction that the runner would use, and answers with the keys that
   * moved. Then applies them once more and throws if any row changed: a projection must bear a repeated batch.
   */
  given(events: readonly AnyRecordedEvent[]): Promise<void>;
  /** Rows of the build's tables, named without their schema. */
  rows<Row = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Empties the tables, as if nothing had ever been applied. */
  startOver(): Promise<void>;
  close(): Promise<void>;
}

/**
 * One projection on a real PostgreSQL, without a log.
 * @param databaseUrl a migrated database (`createDatabase()` of the test PostgreSQL)
 */
export async function projectionSpec(databaseUrl: string, projection: Projection): Promise<ProjectionSpec> {
  const orm = await connectOrm(databaseUrl, { poolSize: 2 });
  const { live } = await planBuilds(orm, projection);
  const { partitions } = await readHeld(orm, live, null);
  let from: bigint | undefined;
  const context = ownsAll();
  const inBuild = <Result>(work: (sql: ProjectionSql) => Promise<Result>) =>
    transaction(orm, async (sql) => {
      await sql.run(writing(live.schemaName));
      return work(sql);
    });
  return {
    orm,
    schema: live.schemaName,
    async given(events) {
      const to = events.at(-1)?.position;
      if (to === undefined) return;
      const batch = { events, from, to, eventsPerSecond: 0, owner: null, partitions, whole: true };
      await commitBatch(orm, projection, live, batch, context);
      from = to;
      const before = await fingerprint(orm, live.schemaName);
      await inBuild((sql) => projection.apply(events, sql, context));
      const after = await fingerprint(orm, live.schemaName);
      const changed = Object.keys(before).filter((table) => before[table] !== after[table]);
      if (changed.length > 0)
        throw new Error(`${projection.name}: the same batch applied again changed ${changed.join(', ')}`);
    },
    rows: <Row>(text: string, values: readonly unknown[] = []) =>
      inBuild((sql) => sql.run<Row>(text, values)),
    async startOver() {
      context.memory.clear();
      const tables = await rows<{ name: string }>(
        orm,
        "select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_schema = $1",
        [live.schemaName],
      );
      await inBuild((sql) => sql.run(`truncate ${tables.map(({ name }) => name).join(', ')}`));
    },
    close: () => orm.close(),
  };
}

/** Gives new events the places that a log would: one after another, each stream counted by itself. */
export function recorded(
  events: readonly { readonly stream: string; readonly event: AnyNewEvent }[],
  options: { readonly firstPosition?: bigint; readonly recordedAt?: string } = {},
): AnyRecordedEvent[] {
  const { firstPosition = 1n, recordedAt = '2026-03-14T09:30:01.000Z' } = options;
  const revisions = new Map<string, number>();
  return events.map(({ stream, event }, index) => {
    const revision = (revisions.get(stream) ?? -1) + 1;
    revisions.set(stream, revision);
    const metadata = { recordedAt, ...event.metadata };
    // Spreading a union loses which data belongs to which type; both come from the same event.
    return {
      ...event,
      metadata,
      stream,
      revision,
      position: firstPosition + BigInt(index),
    };
  });
}

/** One hash per table: equal exactly where the rows are. */
export async function fingerprint(orm: MikroORM, schema: string): Promise<Record<string, string>> {
  const tables = await rows<{ name: string }>(
    orm,
    `select table_name as name from information_schema.tables where table_schema = $1 order by 1`,
    [schema],
  );
  const hashes: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await rows<{ hash: string }>(
      orm,
      `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash from "${schema}"."${name}" t`,
    );
    hashes[name] = row?.hash ?? '';
  }
  return hashes;
}
