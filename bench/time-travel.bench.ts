import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { connectEventLog } from '../backend/event-log/eventstoredb/connect-event-log.js';
import { migrate } from '../backend/local-servers/migrate.js';
import { Bearer } from '../backend/src/platform/testing/bearer.js';
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
    const { address, bearer } = await startProduct(servers, world, say);
    // In the middle of all that was recorded: half of the looks are known.
    const asOf = new Date(Date.now() - (world.weeks / 2) * 7 * 86_400_000).toISOString();
    const [first] = (await read(`${address}/keywords?limit=1`, bearer)).items;
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
        const times = await interleaved(ROUNDS, {
          then: () => timeOf(then, bearer),
          now: () => timeOf(url, bearer),
        });
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

/** The API over that many keywords, all of it projected. Answers with the address of its routes and who may ask them. */
async function startProduct(
  servers: BenchServers,
  world: World,
  say: (line: string) => void,
): Promise<{ address: string; bearer: Bearer }> {
  const { keywords, weeks } = world;
  const env = await servers.product();
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
  const bearer = new Bearer(() => `http://127.0.0.1:${env.PORT}`);
  say('… waiting for the projector');
  for (;;) {
    const { items } = await read(`${address}/projections`, bearer);
    if (items.some(({ name, lag, position }) => name === 'keywords' && position && lag === 0))
      return { address, bearer };
    await pause(250);
  }
}

interface Listed {
  readonly items: readonly { id: string; name: string; lag: number; position: string | null }[];
}

async function read(url: string, bearer: Bearer): Promise<Listed> {
  const response = await fetch(url, { headers: await bearer.headers() });
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}`);
  return (await response.json()) as Listed;
}

/** Median of several, in milliseconds. */
async function timeOf(url: string, bearer: Bearer): Promise<number> {
  const headers = await bearer.headers();
  const times: number[] = [];
  for (let asked = 0; asked < ASKED; asked += 1) {
    const startedAt = performance.now();
    const response = await fetch(url, { headers });
    await response.arrayBuffer();
    times.push(performance.now() - startedAt);
    if (response.status !== 200) throw new Error(`${url} answered ${response.status}`);
  }
  return median(times);
}
