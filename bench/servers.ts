import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startNodeProcess, type RunningProcess } from '../backend/local-servers/node-process.js';
import { startPostgres } from '../backend/local-servers/postgres.js';
import { startRedis } from '../backend/local-servers/redis.js';
import { freePort } from '../backend/local-servers/run-file.js';
import { PERSON_ENV } from '../backend/src/platform/testing/bearer.js';

export type ProductEnv = Readonly<Record<'EVENTSTORE_URL' | 'DATABASE_URL' | 'REDIS_URL' | 'PORT', string>> &
  NodeJS.ProcessEnv;

const open = new Set<BenchServers>();

/** A benchmark that is broken off leaves no server behind. */
export function stopServersOnSignal(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const)
    process.once(signal, () => {
      void Promise.allSettled([...open].map((servers) => servers.stop())).then(() => process.exit(130));
    });
  // Listening for 'disconnect' would keep the process alive when everything is measured.
  process.channel?.unref();
}

/** The embedded servers in a folder of their own, as `npm start` has them; everything goes with `stop`. */
export class BenchServers {
  readonly folder = mkdtempSync(join(tmpdir(), 'digitallz-bench-'));
  private readonly running: RunningProcess[] = [];

  constructor() {
    open.add(this);
  }

  async eventStore(): Promise<string> {
    const store = await startNodeProcess({
      name: 'eventstore',
      program: 'backend/event-log/embedded/main.js',
      env: {
        ...process.env,
        DATA_DIR: this.folder,
        EVENTSTORE_PORT: String(await freePort('EVENTSTORE_PORT', 0)),
      },
      logFolder: join(this.folder, 'logs'),
      ready: /(esdb:\/\/\S+)/,
    });
    this.running.push(store);
    return store.answer;
  }

  async postgres(): Promise<string> {
    const server = await startPostgres({
      folder: join(this.folder, 'postgres'),
      port: await freePort('PG_PORT', 0),
      password: 'bench',
      database: 'bench',
    });
    this.running.push(server);
    return server.url;
  }

  async redis(): Promise<string> {
    const server = await startRedis({
      folder: join(this.folder, 'redis'),
      port: await freePort('REDIS_PORT', 0),
      password: 'bench',
    });
    this.running.push(server);
    return server.url;
  }

  /** All that the programs of the product are started with, over fresh servers of its own. */
  async product(): Promise<ProductEnv> {
    return {
      ...PERSON_ENV,
      KEY_RING_FILE: join(this.folder, 'keys', 'key-ring.db'),
      MAIL_OUTBOX: join(this.folder, 'outbox'),
      EVENTSTORE_URL: await this.eventStore(),
      DATABASE_URL: await this.postgres(),
      REDIS_URL: await this.redis(),
      PORT: String(await freePort('PORT', 0)),
      HOST: '127.0.0.1',
      DEMO: 'false',
      MARKETPLACES: 'live',
      CURSOR_SECRET: 'a secret of the benchmark alone, long enough',
    };
  }

  async program(name: string, program: string, env: NodeJS.ProcessEnv): Promise<RunningProcess> {
    const started = await startNodeProcess({
      name,
      program,
      env: { ...process.env, DATA_DIR: this.folder, ...env },
      logFolder: join(this.folder, 'logs'),
      ready: /ready|listening/i,
    });
    this.running.push(started);
    return started;
  }

  async stop(): Promise<void> {
    open.delete(this);
    for (const started of this.running.reverse()) await started.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
