import pg from 'pg';
import { percentile, type Benchmark } from './figure.js';
import { startApiWorld } from './keywords/api-world.js';
import { chance, keywordName } from './keywords/names.js';
import { runLoad } from './keywords/run-load.js';
import { TypeAhead } from '../backend/src/features/suggestions/type-ahead/type-ahead.js';
import { keywordId } from '../backend/contracts/values/keyword.js';
import { MARKETPLACES } from '../backend/contracts/values/marketplace.js';
import { wordsOfId } from '../backend/src/platform/in-memory/id-table.js';

const KEYWORDS = 1_000_000;
const PREFIXES = 20_000;
const LONGEST_PREFIX = 8;
/** People who type at the same moment. */
const CONNECTIONS = 4;
const SECONDS = 10;
const ROUTE = '/api/v1/suggestions';

/** What stands in the box while keywords are typed: 1 to 8 letters, each length as often as the others. */
const prefixes = (): string[] =>
  Array.from({ length: PREFIXES }, (_, i) => {
    const name = keywordName(Math.floor((chance(i + 9_000_000, 1) * KEYWORDS) / 2));
    return name.slice(0, 1 + (i % LONGEST_PREFIX)).trim();
  });

/** Type-ahead over a million keywords: in the process, as the server's own log has it, and by HTTP. */
export const typeAheadBenchmark: Benchmark = {
  name: 'type-ahead',
  async run(say) {
    const typed = prefixes();
    const inProcess = timesInProcess(typed, say);
    const world = await startApiWorld({ count: KEYWORDS, items: false, say, copies: 3 });
    try {
      const questions = typed.map((text) => ({
        kind: 'prefix',
        text,
        sort: '-searchVolume' as const,
        path: `${ROUTE}?${new URLSearchParams({ prefix: text }).toString()}`,
      }));
      const order = { databaseUrl: world.databaseUrl, address: world.address, authorization: await world.authorization(), connections: CONNECTIONS, limit: 20, questions }; // prettier-ignore
      say('… warming up');
      await runLoad({ ...order, seconds: 2 });
      const before = world.loggedMs(ROUTE).length;
      say(`… ${CONNECTIONS} connections for ${SECONDS} s`);
      const report = await runLoad({ ...order, seconds: SECONDS });
      const sql = await timesOfSql(world.databaseUrl, typed.slice(0, 200));
      const over = `type-ahead over ${KEYWORDS.toLocaleString('en')} keywords, 1–${LONGEST_PREFIX} letters, p99`;
      const yardstick = 'B-tree prefix query by volume, straight to PostgreSQL';
      const beside = { unit: 'ms', yardstick, yardstickValue: percentile(sql, 99) };
      const target = { of: 'value', atMost: 2 } as const;
      return [
        { figure: `${over}, in the process`, value: percentile(inProcess, 99), ...beside, target },
        { figure: `${over}, GET /suggestions in the server by its log`, value: percentile(world.loggedMs(ROUTE).slice(before), 99), ...beside, target }, // prettier-ignore
        { figure: `${over}, GET /suggestions by HTTP, ${CONNECTIONS} connections`, value: percentile(report.timesMs['prefix'] ?? [], 99), ...beside }, // prettier-ignore
        { figure: 'requests that failed meanwhile', value: report.errors, unit: 'requests', target: { of: 'value', atMost: 0 } }, // prettier-ignore
        { figure: 'memory of the API', value: world.memoryMb(), unit: 'MB' },
      ];
    } finally {
      await world.stop();
    }
  },
};

function timesInProcess(typed: readonly string[], say: (line: string) => void): number[] {
  say(`… ${KEYWORDS.toLocaleString('en')} keywords in this process`);
  const typeAhead = new TypeAhead();
  for (let i = 0; i < KEYWORDS; i += 1) {
    const normal = keywordName(Math.floor(i / 2));
    const marketplace = MARKETPLACES[i % MARKETPLACES.length] ?? 'etsy';
    const row = { workspace: '', normal, keyword: normal, marketplace, country: 'US', source: 'bench', origin: 'live', observedAtMs: 0 };
    const place = chance(i, 1) < 0.05 ? 1 + Math.floor(chance(i, 2) * 10) : null;
    typeAhead.put(wordsOfId(keywordId(marketplace, 'US', normal)), 0, { ...row, place }, Math.floor(10 / (chance(i, 5) + 1e-5)));
  } // prettier-ignore
  const time = (prefix: string): number => {
    const startedAt = performance.now();
    typeAhead.complete({ prefix, workspace: 'bench', marketplace: undefined, country: undefined, limit: 20 });
    return performance.now() - startedAt;
  };
  for (const prefix of typed.slice(0, 2_000)) time(prefix);
  return typed.map(time);
}

/** One after another: what one person would wait for. */
async function timesOfSql(databaseUrl: string, typed: readonly string[]): Promise<number[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ schema: string }>(
    `select schema_name as schema from following.builds where projection = 'keywords' and status = 'live'`,
  );
  const times: number[] = [];
  for (const prefix of typed) {
    const startedAt = performance.now();
    await client.query(
      `select id, keyword, marketplace, country from "${rows[0]?.schema}".keyword
        where normalized like $1 order by search_volume desc nulls last limit 20`,
      [`${prefix.replace(/[\\%_]/g, '\\$&')}%`],
    );
    times.push(performance.now() - startedAt);
  }
  await client.end();
  return times;
}
