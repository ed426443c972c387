import { join } from 'node:path';
import type { RunningProcess } from '../../backend/local-servers/node-process.js';
import { startPostgres } from '../../backend/local-servers/postgres.js';
import { freePort } from '../../backend/local-servers/run-file.js';
import { Killable } from './killable.js';
import { Databases } from './read-models.js';
import { until } from './waiting.js';

/** The bundled PostgreSQL on one port with its files in `folder`. */
export async function postgresProcess(folder: string): Promise<{
  readonly server: Killable<RunningProcess & { url: string }>;
  readonly databases: Databases;
}> {
  const options = {
    folder: join(folder, 'postgres'),
    port: await freePort('PG_PORT', 0),
    password: 'faults',
    database: 'faults',
  };
  // What a killed server leaves behind (its children's shared memory) is in the way for a moment.
  const start = () => until('PostgreSQL to start', () => startPostgres(options).catch(() => undefined));
  const server = new Killable(start);
  return { server, databases: await Databases.on((await server.start()).url) };
}
