import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { keywordId } from '../backend/contracts/values/keyword.js';
import type { EventLog, NewEvent } from '../backend/event-log/event-log.js';
import { connectEventLog } from '../backend/event-log/eventstoredb/connect-event-log.js';
import { migrate } from '../backend/local-servers/migrate.js';
import { Bearer } from '../backend/src/platform/testing/bearer.js';
import { percentile, type Benchmark } from './figure.js';
import { observationStreams } from './observations.js';
import { BenchServers } from './servers.js';

const PER_SECOND = 500;
const SECONDS = Number(process.env['BENCH_VISIBLE_SECONDS'] ?? 120);
/** The bare path beside it needs no longer. */
const BARE_SECONDS = Math.min(SECONDS, 20);
const WARM_UP_SECONDS = 2;
const KEYWORDS = 2_000;
/** One in so many events is looked for through the API; looking for each would be a load of its own. */
const ASK_EVERY = 10;

type Observed = NewEvent<'observation.KeywordObserved.v1'>;

/** Looks as a crawler writes them now: many keywords, one after another, each event a stream of its own. */
function looks(): () => Observed {
  const pages = [...observationStreams(KEYWORDS, randomUUID(), 1)].flatMap(({ events }) => events);
  let next = 0;
  return () => {
    const page = pages[next++ % pages.length];
    if (page?.type !== 'observation.KeywordObserved.v1') throw new Error('no look');
    const { simulated: _simulated, recordedAt: _recordedAt, ...metadata } = page.metadata;
    return {
      id: randomUUID(),
      type: page.type,
      data: page.data,
      metadata: { ...metadata, occurredAt: new Date().toISOString() },
    };
  };
}

/**
 * Appends at a steady pace, whatever the answers take, and hands each event over once it is stored.
 * @returns how many ms each append took
 */
async function appendSteadily(
  log: EventLog,
  seconds: number,
  stored: (event: Observed, position: bigint, index: number) => void,
): Promise<number[]> {
  const look = looks();
  const under: Promise<unknown>[] = [];
  const took: number[] = [];
  const startedAt = performance.now();
  for (let index = 0; index < seconds * PER_SECOND; index += 1) {
    const due = startedAt + (index * 1_000) / PER_SECOND;
    const early = due - performance.now();
    if (early > 1) await pause(early);
    const event = look();
    const sentAt = performance.now();
    under.push(
      log.append(`observation-${event.id}`, 'no-stream', [event]).then(({ position }) => {
        took.push(performance.now() - sentAt);
        stored(event, position, index);
      }),
    );
  }
  await Promise.all(under);
  return took;
}

/** The least that has to happen: one subscription, and one upsert for whatever has arrived. Ms from stored to committed. */
async function barePath(log: EventLog, databaseUrl: string): Promise<number[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('create table if not exists bare (id uuid primary key, seen text not null)');
  const storedAt = new Map<string, number>();
  const committedAt = new Map<string, number>();
  const stopping = new AbortController();
  const arrived: { id: string; seen: string }[] = [];
  let wake: () => void = () => undefined;
  const writing = (async () => {
    while (!stopping.signal.aborted || arrived.length > 0) {
      if (arrived.length === 0) await new Promise<void>((resolve) => (wake = resolve));
      const batch = arrived.splice(0);
      if (batch.length === 0) continue;
      await client.query(
        `insert into bare select distinct on (id) * from unnest($1::uuid[], $2::text[]) as b (id, seen)
         on conflict (id) do update set seen = excluded.seen`,
        [batch.map(({ id }) => id), batch.map(({ seen }) => seen)],
      );
      for (const { seen } of batch) committedAt.set(seen, performance.now());
    }
  })();
  const following = (async () => {
    const after = await log.head();
    const typePrefixes = ['observation.KeywordObserved.v'];
    for await (const item of log.follow({ after, typePrefixes, signal: stopping.signal })) {
      if (item.kind !== 'event' || item.event.type !== 'observation.KeywordObserved.v1') continue;
      const { marketplace, country, keyword } = item.event.data;
      arrived.push({ id: keywordId(marketplace, country, keyword), seen: item.event.id });
      wake();
    }
  })();
  await pause(200);
  await appendSteadily(log, BARE_SECONDS, ({ id }) => storedAt.set(id, performance.now()));
  while (committedAt.size < storedAt.size) await pause(20);
  stopping.abort();
  wake();
  await Promise.all([writing, following]);
  await client.end();
  // An event may be delivered before its append is answered.
  return [...storedAt].map(([id, at]) => Math.max(0, (committedAt.get(id) ?? NaN) - at));
}

/** Ms from stored until the API answers with it, and what each append took. */
async function throughTheApi(log: EventLog, address: string, bearer: Bearer, seconds: number) {
  const headers = await bearer.headers();
  const asked: Promise<number>[] = [];
  const appends = await appendSteadily(log, seconds, ({ data }, position, index) => {
    if (index % ASK_EVERY === 0) asked.push(visible(address, headers, data, position));
  });
  return { appends, visible: await Promise.all(asked) };
}

async function visible(
  address: string,
  headers: Record<string, string>,
  data: Observed['data'],
  position: bigint,
): Promise<number> {
  const startedAt = performance.now();
  const id = keywordId(data.marketplace, data.country, data.keyword);
  const response = await fetch(`${address}/api/v1/keywords/${id}?minPosition=${position}`, { headers });
  const body = (await response.json()) as { stale?: boolean };
  if (response.status !== 200) throw new Error(`answered ${response.status}: ${JSON.stringify(body)}`);
  // Not within a second: as late as can be.
  return body.stale ? Infinity : performance.now() - startedAt;
}

/** From append to visible in the API, with every read model of the product fed by one projector. */
export const visibleBenchmark: Benchmark = {
  name: 'visible',
  async run(say) {
    const servers = new BenchServers();
    try {
      const env = await servers.product();
      await migrate(env.DATABASE_URL);
      const log = connectEventLog(env.EVENTSTORE_URL);
      say(`… the bare path: ${PER_SECOND} events/s for ${BARE_SECONDS} s`);
      const bare = await barePath(log, env.DATABASE_URL);
      await servers.program('projector', 'backend/src/main.projector.js', env);
      await servers.program('api', 'backend/src/main.api.js', env);
      const address = `http://127.0.0.1:${env.PORT}`;
      const bearer = new Bearer(() => address);
      await throughTheApi(log, address, bearer, WARM_UP_SECONDS);
      say(`… the product: ${PER_SECOND} events/s for ${SECONDS} s`);
      const product = await throughTheApi(log, address, bearer, SECONDS);
      await log.close();
      const late = product.visible.filter((ms) => ms === Infinity).length;
      say(
        `… append itself p99 ${percentile(product.appends, 99).toFixed(1)} ms; ${late} of ${product.visible.length} looked for in vain`,
      );
      return [50, 99].map((percent) => ({
        figure: `from append to visible in the API, ${PER_SECOND} events/s for ${SECONDS} s, p${percent}`,
        value: percentile(product.visible, percent),
        unit: 'ms',
        yardstick: 'bare subscription and one upsert',
        yardstickValue: percentile(bare, percent),
        ...(percent === 99 ? { target: { of: 'value' as const, atMost: 50 } } : {}),
      }));
    } finally {
      await servers.stop();
    }
  },
};
