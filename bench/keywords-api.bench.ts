import pg from 'pg';
import { setTimeout as pause } from 'node:timers/promises';
import { connectEventLog } from '../backend/event-log/eventstoredb/connect-event-log.js';
import { freePort } from '../backend/local-servers/run-file.js';
import { migrate } from '../backend/local-servers/migrate.js';
import { percentile, type Benchmark } from './figure.js';
import { fill } from './rebuild.bench.js';
import { BenchServers } from './servers.js';

const EVENTS = 150_000;
const REQUESTS = 3_000;
const CONNECTIONS = 8;
const QUERIES = [
  'planner',
  'bud',
  'retro sv',
  'planer',
  'boho clipart 1',
  'floral',
  'vintge',
  'tracker 3',
  'mod',
];

/** `GET /keywords` with prefixes, words in the middle and misspellings, beside a plain SQL statement per request. */
export const keywordsApiBenchmark: Benchmark = {
  name: 'keywords-api',
  async run(say) {
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
      const log = connectEventLog(env.EVENTSTORE_URL);
      await fill(log, EVENTS, say);
      await servers.program('projector', 'backend/src/main.projector.js', env);
      await servers.program('api', 'backend/src/main.api.js', env);
      const address = `http://127.0.0.1:${env.PORT}`;
      say('… waiting for the projector');
      for (;;) {
        const response = await fetch(`${address}/api/v1/projections`);
        const { items } = (await response.json()) as {
          items: { name: string; lag: number; position: string | null }[];
        };
        const keywords = items.find((item) => item.name === 'keywords');
        if (keywords?.position && keywords.lag === 0) break;
        await pause(250);
      }
      await log.close();
      say(`… ${REQUESTS} requests, ${CONNECTIONS} at a time`);
      const timesMs = await load(async (index) => {
        const query = QUERIES[index % QUERIES.length] ?? '';
        const response = await fetch(
          `${address}/api/v1/keywords?limit=50&query=${encodeURIComponent(query)}`,
        );
        if (response.status !== 200) throw new Error(`answered ${response.status}`);
        await response.arrayBuffer();
      });
      const sqlMs = await plainSql(env.DATABASE_URL);
      return [50, 99].map((percent) => ({
        figure: `GET /keywords, ${CONNECTIONS} connections, ${(EVENTS / 100).toLocaleString('en')} keywords, p${percent}`,
        value: percentile(timesMs, percent),
        unit: 'ms',
        yardstick: 'a substring SELECT of 50 rows straight to PostgreSQL',
        yardstickValue: percentile(sqlMs, percent),
      }));
    } finally {
      await servers.stop();
    }
  },
};

/** Times of all requests, in milliseconds. */
async function load(ask: (index: number) => Promise<void>): Promise<number[]> {
  const times: number[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (next < REQUESTS) {
        const startedAt = performance.now();
        await ask(next++);
        times.push(performance.now() - startedAt);
      }
    }),
  );
  return times;
}

async function plainSql(databaseUrl: string): Promise<number[]> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: CONNECTIONS });
  const schema = await pool.query<{ schema: string }>(
    `select schema_name as schema from following.builds where projection = 'keywords' and status = 'live'`,
  );
  const table = `"${schema.rows[0]?.schema}".keyword`;
  const times = await load(async (index) => {
    await pool.query(
      `select * from ${table} where normalized like $1 order by search_volume desc nulls last limit 50`,
      [`%${QUERIES[index % QUERIES.length]}%`],
    );
  });
  await pool.end();
  return times;
}
