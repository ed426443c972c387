import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../backend/local-servers/run-file.js';
import { migrate } from '../../backend/local-servers/migrate.js';
import { BenchServers } from '../servers.js';
import { fillKeywords, type FillOptions } from './fill.js';

const LONGEST_WAIT_MS = 300_000;

/** An API over a PostgreSQL that holds so many keywords, with its rows in memory. */
export interface ApiWorld {
  readonly databaseUrl: string;
  readonly address: string;
  /** Resident memory of the API's process, in MB. */
  memoryMb(): number;
  /** Milliseconds of all requests to a route so far, as the API's log says. */
  loggedMs(route: string): number[];
  stop(): Promise<void>;
}

/** @param copies how many read models the API copies into memory before it counts as ready */
export async function startApiWorld(
  options: FillOptions & { readonly say: (line: string) => void; readonly copies: number },
): Promise<ApiWorld> {
  const servers = new BenchServers();
  try {
    const env = {
      EVENTSTORE_URL: await servers.eventStore(),
      DATABASE_URL: await servers.postgres(),
      REDIS_URL: await servers.redis(),
      PORT: String(await freePort('PORT', 0)),
      HOST: '127.0.0.1',
      DEMO: 'false',
      MARKETPLACES: 'live',
      CURSOR_SECRET: 'a secret of the benchmark alone, long enough',
    };
    await migrate(env.DATABASE_URL);
    await fillKeywords(env.DATABASE_URL, options, options.say);
    const api = await servers.program('api', 'backend/src/main.api.js', env);
    const log = () => readFileSync(join(servers.folder, 'logs', 'api.log'), 'utf8').split('\n');
    const startedAt = performance.now();
    while (log().filter((line) => line.includes('rows copied into memory')).length < options.copies) {
      if (performance.now() - startedAt > LONGEST_WAIT_MS) throw new Error('the API copied no rows');
      await pause(500);
    }
    options.say(`… its rows were in memory after ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
    return {
      databaseUrl: env.DATABASE_URL,
      address: `http://127.0.0.1:${env.PORT}`,
      memoryMb: () => {
        const status = readFileSync(`/proc/${api.pid}/status`, 'utf8');
        return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
      },
      loggedMs: (route) =>
        log()
          .filter((line) => line.includes(`"${route}"`))
          .map((line) => Number((JSON.parse(line) as { ms?: number }).ms)),
      stop: () => servers.stop(),
    };
  } catch (error) {
    await servers.stop();
    throw error;
  }
}
