import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../../local-servers/postgres.js';
import { migrations } from '../../migrations/migrations.js';
import { connectOrm } from '../database/connect-orm.js';

export interface TestPostgres {
  /** A new migrated database of its own; answers with its URL. */
  createDatabase(): Promise<string>;
  /** Stops and starts the server on the same port with the same files: every connection breaks. */
  restart(): Promise<void>;
  /** Stops the server and removes its files. */
  stop(): Promise<void>;
}

const TEMPLATE = 'migrated_template';

/**
 * A real PostgreSQL of this spec file, with its files in a temporary folder. Start it in `beforeAll` (allow 60 s), stop
 * it in `afterAll`, and give each test a database of its own.
 */
export async function startTestPostgres(): Promise<TestPostgres> {
  const parent = mkdtempSync(join(tmpdir(), 'keywords-postgres-'));
  const options = {
    folder: join(parent, 'data'),
    port: await freePort(),
    password: randomBytes(12).toString('hex'),
    database: TEMPLATE,
  };
  const start = async () => {
    const server = await startPostgres(options);
    const guard = guardAgainstDeath(server.pid, parent);
    return {
      url: server.url,
      async stop() {
        guard.kill('SIGKILL');
        await server.stop();
      },
    };
  };
  let server = await start();
  await migrate(server.url);
  const urlOf = (database: string) => server.url.replace(/\/[^/]*$/, `/${database}`);
  return {
    async createDatabase() {
      const name = `test_${randomBytes(6).toString('hex')}`;
      const admin = new pg.Client({ connectionString: urlOf('postgres') });
      await admin.connect();
      await admin.query(`create database ${name} template ${TEMPLATE}`);
      await admin.end();
      return urlOf(name);
    },
    async restart() {
      await server.stop();
      server = await start();
    },
    async stop() {
      await server.stop();
      rmSync(parent, { recursive: true, force: true });
    },
  };
}

/**
 * Waits for the end of its standard input, which comes however this process ends; then stops the server and removes its
 * files. Without it a killed run would leave its PostgreSQL behind.
 */
function guardAgainstDeath(serverPid: number, folder: string): ChildProcess {
  const script = 'read -r never; kill -INT "$0"; sleep 5; rm -rf "$1"';
  const guard = spawn('sh', ['-c', script, String(serverPid), folder], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  guard.unref();
  return guard;
}

async function migrate(url: string): Promise<void> {
  const orm = await connectOrm(url, { migrations, poolSize: 1 });
  await orm.migrator.up();
  await orm.close();
}

/** A port of 127.0.0.1 that was free a moment ago. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
