import type { MikroORM } from '@mikro-orm/postgresql';
import type { PoolClient, QueryResultRow } from 'pg';
import type { ProjectionSql } from '../projection.js';

/*
 * SQL with native `$n` parameters on the connections of the ORM's own pool. `em.execute` writes values into the text,
 * which is of no use for arrays of a thousand rows; and `em.transactional` keeps a connection for ever whose server
 * died within the transaction (its rollback fails before its release), so a few restarts would empty the pool.
 */

/** One statement of its own. */
export async function rows<Row = Record<string, unknown>>(
  orm: MikroORM,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const pool = await orm.em.getConnection().getNativeClient();
  const result = await pool.query<QueryResultRow & Row>(text, [...values]);
  return result.rows;
}

/** All or nothing: what `work` throws rolls everything back and is thrown on. */
export async function transaction<Result>(
  orm: MikroORM,
  work: (sql: ProjectionSql) => Promise<Result>,
): Promise<Result> {
  const pool = await orm.em.getConnection().getNativeClient();
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await work(sqlOf(client));
    await client.query('commit');
    client.release();
    return result;
  } catch (error) {
    await rollBack(client);
    throw error;
  }
}

function sqlOf(client: PoolClient): ProjectionSql {
  return {
    async run<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
      const result = await client.query<QueryResultRow & Row>(text, [...values]);
      // A text of several statements (DDL) gives a list of results: nobody asks for their rows.
      return Array.isArray(result) ? [] : result.rows;
    },
  };
}

async function rollBack(client: PoolClient): Promise<void> {
  try {
    await client.query('rollback');
    client.release();
  } catch (broken) {
    // The connection is gone, and its transaction with it; the pool must not hand it out again.
    client.release(broken instanceof Error ? broken : true);
  }
}

const LOST_CONNECTION = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  // the server shuts down, crashed, or is starting
  '57P01',
  '57P02',
  '57P03',
  // too many connections
  '53300',
  // deadlock, serialisation: whoever loses tries again
  '40P01',
  '40001',
]);

/** True where the same statement may succeed later though nothing is mended: the database was away or busy. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (LOST_CONNECTION.has(code) || code.startsWith('08')) return true;
  // The driver's own words carry no code.
  return /connection terminated|client has encountered a connection error|not queryable|timeout exceeded when trying to connect/i.test(
    error.message,
  );
}
