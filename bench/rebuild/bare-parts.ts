import { EventStoreDBClient, START } from '@eventstore/db-client';
import pg from 'pg';
import { rate } from '../figure.js';

/** Events a second that the bare client reads of `$all`, with nothing done about them. */
export async function bareRead(storeUrl: string, count: number): Promise<number> {
  const client = EventStoreDBClient.connectionString(storeUrl);
  try {
    return await rate(count, async () => {
      let read = 0;
      for await (const { event } of client.readAll({ fromPosition: START, maxCount: count }))
        if (event) read += 1;
      if (read !== count) throw new Error(`the bare client read ${read} events of ${count}`);
    });
  } finally {
    await client.dispose();
  }
}

const COLUMNS = {
  event_id: 'uuid', keyword_id: 'uuid', type: 'text', occurred_at: 'timestamptz', recorded_at: 'timestamptz',
  position: 'bigint', stream: 'text', revision: 'bigint', source: 'text', origin: 'text', workspace: 'text',
  first_page: 'boolean', metrics: 'text', failure_reason: 'text', failure_detail: 'text', data: 'text',
  retracted_at: 'timestamptz', after_search_volume: 'float8', after_competition: 'float8',
  after_result_count: 'float8', after_average_price: 'float8', after_opportunity: 'float8',
  after_last_observed_at: 'timestamptz',
} as const; // prettier-ignore
const NAMES = Object.keys(COLUMNS).join(', ');
const ROWS_A_STATEMENT = 1_000;
const BYTES_A_STATEMENT = 2 * 1_048_576;

/** Rows of `observation` as a bare `unnest` takes them: the driver's own arrays, statement by statement. */
export interface BareRows {
  readonly rows: number;
  readonly statements: readonly unknown[][];
}

/** Reads so many rows of a build, to be written again. */
export async function bareRows(databaseUrl: string, schema: string, count: number): Promise<BareRows> {
  const client = await connected(databaseUrl);
  try {
    const texts = Object.keys(COLUMNS).map((name) => `${name}::text as ${name}`);
    const { rows } = await client.query<Record<string, string | null>>(
      `select ${texts.join(', ')} from "${schema}".observation limit ${count}`,
    );
    const size = rows.reduce(
      (sum, { data, metrics }) => sum + (data?.length ?? 0) + (metrics?.length ?? 0),
      0,
    );
    const atOnce = Math.min(ROWS_A_STATEMENT, Math.ceil((BYTES_A_STATEMENT * rows.length) / size));
    const statements: unknown[][] = [];
    for (let from = 0; from < rows.length; from += atOnce) {
      const some = rows.slice(from, from + atOnce);
      statements.push(Object.keys(COLUMNS).map((name) => some.map((row) => row[name])));
    }
    return { rows: rows.length, statements };
  } finally {
    await client.end();
  }
}

/** Rows a second that a bare `insert … select … from unnest(…)` writes into the same table without any index. */
export async function bareUnnest(databaseUrl: string, schema: string, bare: BareRows): Promise<number> {
  const client = await connected(databaseUrl);
  try {
    await client.query(`create schema if not exists bare; drop table if exists bare.observation;
      create table bare.observation (like "${schema}".observation); set synchronous_commit to off`);
    const types = Object.values(COLUMNS).map((type, index) => `$${index + 1}::${type}[]`);
    const insert = `insert into bare.observation (${NAMES}) select * from unnest(${types.join(', ')})`;
    return await rate(bare.rows, async () => {
      for (const arrays of bare.statements) await client.query(insert, arrays);
    });
  } finally {
    await client.query('drop table if exists bare.observation');
    await client.end();
  }
}

async function connected(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  return client;
}
