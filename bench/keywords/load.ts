import pg from 'pg';
import type { KeywordTables } from '../../backend/src/features/keywords/reading/keyword-tables.js';
import { filterOf, SIMILAR_ENOUGH } from '../../backend/src/features/keywords/search/filter.js';
import { readPage } from '../../backend/src/features/keywords/search/keyset.js';
import { SORTS, type SortName } from '../../backend/src/features/keywords/search/sorts.js';
import { RawConnection } from './raw-requests.js';

/*
 * A program of its own, so that asking takes no time from the server's process: reads one LoadOrder as JSON from standard input, prints
 * one LoadReport. Closed loop: each connection asks again as soon as it was answered.
 */

export interface LoadOrder {
  /** Where the API listens; absent: the same questions go straight to PostgreSQL. */
  readonly address?: string;
  /** Who asks the API. */
  readonly authorization?: string;
  readonly databaseUrl: string;
  readonly connections: number;
  readonly seconds: number;
  readonly limit: number;
  readonly questions: readonly Question[];
}

/** The same as a path to GET and as what PostgreSQL is asked for. */
export interface Question {
  readonly kind: string;
  readonly path: string;
  readonly text: string;
  readonly sort: SortName;
}

export interface LoadReport {
  /** Milliseconds of each request, by kind. */
  readonly timesMs: Readonly<Record<string, number[]>>;
  readonly perSecond: number;
  readonly errors: number;
  readonly bytes: number;
}

const input = await Array.fromAsync(process.stdin as AsyncIterable<Buffer>);
const order = JSON.parse(Buffer.concat(input).toString('utf8')) as LoadOrder;
process.stdout.write(JSON.stringify(await run(order)));

async function run({
  questions,
  connections,
  seconds,
  address,
  authorization = '',
  databaseUrl,
  limit,
}: LoadOrder): Promise<LoadReport> {
  const timesMs: Record<string, number[]> = {};
  let next = 0;
  let count = 0;
  let errors = 0;
  let bytes = 0;
  const pool = new pg.Pool({ connectionString: databaseUrl, max: connections });
  const { rows } = await pool.query<{ schema: string }>(
    `select schema_name as schema from following.builds where projection = 'keywords' and status = 'live'`,
  );
  const schema = rows[0]?.schema ?? '';
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const raw =
        address === undefined ? undefined : await RawConnection.open(new URL(address), authorization);
      while (performance.now() - startedAt < seconds * 1000) {
        const asked = questions[next++ % questions.length];
        if (!asked) break;
        const from = performance.now();
        try {
          if (raw) {
            const answer = await raw.get(asked.path);
            if (answer.status !== 200) errors += 1;
            bytes += answer.bytes;
          } else {
            const got = await straight(pool, schema, asked, limit);
            bytes += got;
          }
        } catch {
          errors += 1;
        }
        count += 1;
        (timesMs[asked.kind] ??= []).push(performance.now() - from);
      }
      raw?.close();
    }),
  );
  const perSecond = count / ((performance.now() - startedAt) / 1000);
  await pool.end();
  return { timesMs, perSecond, errors, bytes: bytes / count };
}

/** The statements that the API would send without an index of its own; what they answer is thrown away. */
async function straight(
  pool: pg.Pool,
  schema: string,
  { text, sort }: Question,
  limit: number,
): Promise<number> {
  const tables: Pick<KeywordTables, 'read'> = {
    async read<Row>(
      sql: (schema: string) => string,
      values: readonly unknown[],
      settings: Readonly<Record<string, string>> = {},
    ): Promise<Row[]> {
      const client = await pool.connect();
      try {
        for (const [name, value] of Object.entries(settings)) await client.query(`set ${name} to '${value}'`);
        return (await client.query<Row & pg.QueryResultRow>(sql(`"${schema}"`), [...values])).rows;
      } finally {
        client.release();
      }
    },
  };
  const page = (match: 'all' | 'substring' | 'similar') =>
    readPage(tables, {
      sources: [() => (all) => `${all}.keyword`],
      filter: filterOf({ text, match, marketplace: undefined, country: undefined, minVolume: undefined }),
      settings: match === 'similar' ? { 'pg_trgm.word_similarity_threshold': SIMILAR_ENOUGH } : {},
      sort: SORTS[sort],
      after: undefined,
      size: limit + 1,
    });
  let rows = await page(text === '' ? 'all' : 'substring');
  if (rows.length === 0 && [...text].length >= 3) rows = await page('similar');
  return rows.reduce((bytes, { item }) => bytes + item.length, 0);
}
