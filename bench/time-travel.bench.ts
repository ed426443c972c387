import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { connectEventLog } from '../backend/event-log/eventstoredb/connect-event-log.js';
import { migrate } from '../backend/local-servers/migrate.js';
import { freePort } from '../backend/local-servers/run-file.js';
import { interleaved, median, type Benchmark, type Figure } from './figure.js';
import { observationStreams } from './observations.js';
import { BenchServers } from './servers.js';

interface World {
  readonly name: string;
  readonly keywords: number;
  readonly weeks: number;
  /** Most milliseconds that the list may take; the pages of one keyword have the same everywhere. */
  readonly listMs: number;
}

const WORLDS: readonly World[] = [
  { name: 'as large as the demo', keywords: 1_600, weeks: 104, listMs: 100 },
  { name: 'large', keywords: 100_000, weeks: 10, listMs: 1_000 },
];
const KEYWORD_MS = 50;
const WRITERS = 4;
const ROUNDS = 5;
const ASKED = 10;

/** Questions about a past moment beside the same ones about now, one after another over one connection. */
export const timeTravelBenchmark: Benchmark = {
  name: 'time-travel',
  async run(say) {
    const figures: Figure[] = [];
    for (const world of WORLDS) figures.push(...(await measure(world, say)));
    return figures;
  },
};

async function measure(world: World, say: (line: string) => void): Promise<Figure[]> {
  const servers = new BenchServers();
  try {
    const address = await startProduct(servers, world, say);
    // In the middle of all that was recorded: half of the looks are known.
    const asOf = new Date(Date.now() - (world.weeks / 2) * 7 * 86_400_000).toISOString();
    const [first] = (await read(`${address}/keywords?limit=1`)).items;
    const keyword = `${address}/keywords/${first?.id}`;
    const lists = {
      'list, first page by demand': `${address}/keywords?limit=50`,
      'list, first page by name': `${address}/keywords?limit=50&sort=keyword`,
      'list, search in the middle of words': `${address}/keywords?limit=50&query=planner%201`,
    };
    const pages = { 'one keyword': keyword, 'its trend': `${keyword}/trend` };
    const figures: Figure[] = [];
    for (const [questions, atMost] of [
      [lists, world.listMs],
      [pages, KEYWORD_MS],
    ] as const)
      for (const [name, url] of Object.entries(questions)) {
        say(`… ${name}`);
        const then = `${url}${url.includes('?') ? '&' : '?'}asOf=${asOf}`;
        const times = await interleaved(ROUNDS, { then: () => timeOf(then), now: () => timeOf(url) });
        figures.push({
          figure: `${name} as of a past moment, ${world.keywords.toLocaleString('en')} keywords × ${world.weeks} weeks`,
          value: times.then,
          unit: 'ms',
          yardstick: 'the same about now',
          yardstickValue: times.now,
          target: { of: 'value', atMost },
        });
      }
    return figures;
  } finally {
    await servers.stop();
  }
}

/** The API over that many keywords, all of it projected. Answers with the address of its routes. */
async function startProduct(
  servers: BenchServers,
  world: World,
  say: (line: string) => void,
): Promise<string> {
  const { keywords, weeks } = world;
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
  say(`… a world ${world.name}: ${keywords.toLocaleString('en')} keywords, ${weeks} weeks each`);
  const log = connectEventLog(env.EVENTSTORE_URL);
  const streams = observationStreams(keywords * weeks, randomUUID(), weeks);
  await Promise.all(
    Array.from({ length: WRITERS }, async () => {
      for (const { stream, events } of streams) await log.append(stream, 'no-stream', events);
    }),
  );
  await log.close();
  await servers.program('projector', 'backend/src/main.projector.js', env);
  await servers.program('api', 'backend/src/main.api.js', env);
  const address = `http://127.0.0.1:${env.PORT}/api/v1`;
  say('… waiting for the projector');
  for (;;) {
    const { items } = await read(`${address}/projections`);
    if (items.some(({ name, lag, position }) => name === 'keywords' && position && lag === 0)) return address;
    await pause(250);
  }
}

interface Listed {
  readonly items: readonly { id: string; name: string; lag: number; position: string | null }[];
}

async function read(url: string): Promise<Listed> {
  const response = await fetch(url);
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}`);
  return (await response.json()) as Listed;
}

/** Median of several, in milliseconds. */
async function timeOf(url: string): Promise<number> {
  const times: number[] = [];
  for (let asked = 0; asked < ASKED; asked += 1) {
    const startedAt = performance.now();
    const response = await fetch(url);
    await response.arrayBuffer();
    times.push(performance.now() - startedAt);
    if (response.status !== 200) throw new Error(`${url} answered ${response.status}`);
  }
  return median(times);
}
