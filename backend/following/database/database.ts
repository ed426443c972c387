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

/**
 * A process that stands still within a transaction holds its locks; PostgreSQL ends it after this time, so that others
 * can go on. Longer than any pause between two statements.
 */
const IDLE_LIMIT = '6s';

/**
 * All or nothing: what `work` throws rolls everything back and is thrown on.
 * @param settings statements without parameters that go with the beginning, on the same way to the server
 */
export async function transaction<Result>(
  orm: MikroORM,
  work: (sql: ProjectionSql) => Promise<Result>,
  settings = '',
): Promise<Result> {
  const pool = await orm.em.getConnection().getNativeClient();
  const client = await pool.connect();
  // The server may end the connection between two statements; the next one then says so to those whom it concerns.
  client.on('error', lostBetweenStatements);
  try {
    await client.query(
      `begin; set local idle_in_transaction_session_timeout to '${IDLE_LIMIT}'; ${settings}`,
    );
    const result = await work(sqlOf(client));
    await client.query('commit');
    release(client);
    return result;
  } catch (error) {
    await rollBack(client);
    throw error;
  }
}

function lostBetweenStatements(): void {
  // Without a listener the process would end.
}

function release(client: PoolClient, broken?: Error | true): void {
  client.off('error', lostBetweenStatements);
  client.release(broken);
}

function sqlOf(client: PoolClient): ProjectionSql {
  return {
    async run<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
      const result = await client.query<QueryResultRow & Row>({
        ...planned(text, values),
        values: [...values],
      });
      // A text of several statements (DDL) gives a list of results: nobody asks for their rows.
      return Array.isArray(result) ? [] : result.rows;
    },
  };
}

const plans = new Map<string, string>();
/** Texts that say something else each time would fill the memory of every connection. */
const MOST_PLANS = 200;

/** A batch is the same few statements hundreds of times a second: each connection parses and plans them once. */
function planned(text: string, values: readonly unknown[]): { name?: string; text: string } {
  let name = plans.get(text);
  if (name === undefined) {
    if (values.length === 0 || plans.size >= MOST_PLANS) return { text };
    name = `batch_${plans.size}`;
    plans.set(text, name);
  }
  return { name, text };
}

async function rollBack(client: PoolClient): Promise<void> {
  try {
    await client.query('rollback');
    release(client);
  } catch (broken) {
    // The connection is gone, and its transaction with it; the pool must not hand it out again.
    release(client, broken instanceof Error ? broken : true);
  }
}

/** PostgreSQL's word for a transaction in which nothing was said for too long. */
const IDLE_IN_TRANSACTION = '25P03';

const LOST_CONNECTION = new Set([
  IDLE_IN_TRANSACTION,
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
  const { code, message } = told(error);
  if (LOST_CONNECTION.has(code) || code.startsWith('08')) return true;
  // The driver's own words carry no code.
  return /connection terminated|client has encountered a connection error|not queryable|timeout exceeded when trying to connect/i.test(
    message,
  );
}

/** True where the server gave up on us because we took too long between two statements: less at a time may go well. */
export function tookTooLong(error: unknown): boolean {
  return told(error).code === IDLE_IN_TRANSACTION;
}

/** By what it says and not by its class: errors of the system may come from another realm than ours. */
function told(error: unknown): { code: string; message: string } {
  if (typeof error !== 'object' || error === null) return { code: '', message: String(error) };
  const { code, message } = error as { code?: unknown; message?: unknown };
  return {
    code: typeof code === 'string' ? code : '',
    message: typeof message === 'string' ? message : '',
  };
}
