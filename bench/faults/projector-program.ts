import pg from 'pg';
import { connectEventLog } from '../../backend/event-log/eventstoredb/connect-event-log.js';
import { connectOrm } from '../../backend/following/database/connect-orm.js';
import { startProjector } from '../../backend/following/runner/start-projector.js';
import { projections } from '../../backend/src/projections.js';

/** What the program is told by its parent: where to work, and with which statement to die. */
export interface ProjectorOrder {
  readonly databaseUrl: string;
  readonly eventStoreUrl: string;
  readonly batchSize: number;
  /** Kills itself with SIGKILL before the n-th statement is sent, or once it is answered. */
  readonly fatal?: { readonly statement: number; readonly when: 'before' | 'after' };
}

/** Told to the parent. */
export type ProjectorWord = { readonly statements: number };

let statements = 0;

type Query = (...args: unknown[]) => unknown;

/** Every statement of this process goes through here: those of transactions and those alone. */
function countStatements(client: { query: Query }, fatal: ProjectorOrder['fatal']): void {
  const query = client.query;
  const die = (): void => void process.kill(process.pid, 'SIGKILL');
  client.query = function (this: unknown, ...args: unknown[]): unknown {
    statements += 1;
    const isFatal = statements === fatal?.statement;
    if (isFatal && fatal?.when === 'before') die();
    const callback = args.at(-1);
    if (isFatal && typeof callback === 'function')
      args[args.length - 1] = () => {
        die();
      };
    const answer = query.apply(this, args);
    if (isFatal && answer instanceof Promise) void answer.finally(die);
    return answer;
  };
}

async function work(order: ProjectorOrder): Promise<void> {
  const orm = await connectOrm(order.databaseUrl, { poolSize: 2 * projections.length + 4 });
  const pool = await orm.em.getConnection().getNativeClient();
  const { Client } = pool as unknown as { Client: { prototype: { query: Query } } };
  for (const prototype of new Set([Client.prototype, pg.Client.prototype]))
    countStatements(prototype, order.fatal);
  const eventLog = connectEventLog(order.eventStoreUrl);
  await startProjector({ orm, eventLog, projections, batchSize: order.batchSize });
}

// Everything is loaded by now; the order may come at any later time.
process.once('message', (order: ProjectorOrder) => {
  work(order).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? '') : String(error)}\n`);
    process.exit(1);
  });
});
process.on('disconnect', () => process.exit(0));
process.on('SIGTERM', () => process.send?.({ statements } satisfies ProjectorWord, () => process.exit(0)));
process.send?.('loaded');
