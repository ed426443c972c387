import type { MikroORM } from '@mikro-orm/postgresql';
import type { PoolClient } from 'pg';
import { rows } from '../database/database.js';

export interface ConnectionKiller {
  /** Statements of transactions since the start, the begins and commits among them. */
  readonly statements: number;
  readonly killed: boolean;
}

/**
 * Counts the statements of this program's transactions. Right after the `fatal`-th one has succeeded its server
 * process is killed (`pg_terminate_backend`), and from then on the program gets no connection any more: it is as if
 * it had died there.
 */
export async function killConnectionAfter(
  victim: MikroORM,
  executioner: MikroORM,
  fatal: number | undefined,
): Promise<ConnectionKiller> {
  const pool = await victim.em.getConnection().getNativeClient();
  const state = { statements: 0, killed: false };
  const connect = pool.connect.bind(pool) as () => Promise<PoolClient>;
  const wrapped = new WeakSet<PoolClient>();
  const connectWrapped = async (): Promise<PoolClient> => {
    if (state.killed) throw Object.assign(new Error('the program is dead'), { code: 'ECONNREFUSED' });
    const client = await connect();
    if (wrapped.has(client)) return client;
    wrapped.add(client);
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    const queryWrapped = async (...args: unknown[]) => {
      // With a callback: a single statement on the pool's own road, not one of a transaction.
      if (args.some((argument) => typeof argument === 'function')) return query(...args);
      const result = await query(...args);
      state.statements += 1;
      if (state.statements === fatal) {
        state.killed = true;
        await kill(executioner, client);
      }
      return result;
    };
    return Object.assign(client, { query: queryWrapped });
  };
  // Single statements take the pool's own road (`pool.query`), which calls connect with a callback.
  Object.assign(pool, {
    connect: (callback?: (...args: unknown[]) => void) =>
      callback
        ? (connect as unknown as (callback: (...args: unknown[]) => void) => void)(callback)
        : connectWrapped(),
  });
  return state;
}

async function kill(executioner: MikroORM, client: PoolClient): Promise<void> {
  const gone = new Promise<void>((resolve) => client.once('end', () => resolve()));
  const { processID } = client as PoolClient & { readonly processID: number };
  await rows(executioner, 'select pg_terminate_backend($1)', [processID]);
  await gone;
}
