import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { migrate } from '../../backend/local-servers/migrate.js';
import { Bearer } from '../../backend/src/platform/testing/bearer.js';
import { BenchServers } from '../servers.js';
import { fillKeywords, type FillOptions } from './fill.js';

const LONGEST_WAIT_MS = 300_000;

/** An API over a PostgreSQL that holds so many keywords, with its rows in memory. */
export interface ApiWorld {
  readonly databaseUrl: string;
  readonly address: string;
  /** For the Authorization header: somebody who may ask. */
  authorization(): Promise<string>;
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
    const env = await servers.product();
    await migrate(env.DATABASE_URL);
    await fillKeywords(env.DATABASE_URL, options, options.say);
    const address = `http://127.0.0.1:${env.PORT}`;
    const bearer = new Bearer(() => address);
    await servers.program('projector', 'backend/src/main.projector.js', env);
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
      address,
      authorization: async () => (await bearer.headers()).authorization,
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
