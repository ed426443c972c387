import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { AnyNewEvent, EventLog } from '../backend/event-log/event-log.js';
import { connectEventLog } from '../backend/event-log/eventstoredb/connect-event-log.js';
import { requestRebuild } from '../backend/following/rebuild/rebuild-commands.js';
import { connectOrm } from '../backend/following/database/connect-orm.js';
import { rows } from '../backend/following/database/database.js';
import { projectionsStatus } from '../backend/following/runner/projections-status.js';
import { migrations } from '../backend/migrations/migrations.js';
import { projections } from '../backend/src/projections.js';
import { interleaved, rate, type Benchmark, type Figure } from './figure.js';
import { observationsByWeek, observationStreams } from './observations.js';
import { bareRead, bareRows, bareUnnest } from './rebuild/bare-parts.js';
import { BenchServers } from './servers.js';

const EVENTS = Number(process.env['BENCH_REBUILD_EVENTS'] ?? 1_000_000);
/** Observations that carry 60 listings are ten times as large. */
const LARGE_EVENTS = Math.ceil(EVENTS / 16);
const ROUNDS = Number(process.env['BENCH_REBUILD_ROUNDS'] ?? 5);
/** The bare parts are as fast over a part of the log as over all of it. */
const BARE_EVENTS = 100_000;
const BARE_ROWS = 50_000;
const IN_FLIGHT = 4;
const LARGEST_RSS_MB = 600;

type Streams = Iterable<{ stream: string; events: AnyNewEvent[] }>;

/** Every projection that follows observations. */
const REBUILT = projections
  .filter(({ eventTypes }) => eventTypes.some((type) => type.startsWith('observation.')))
  .map(({ name }) => name);

async function write(log: EventLog, streams: Streams): Promise<void> {
  const queue = streams[Symbol.iterator]();
  await Promise.all(
    Array.from({ length: IN_FLIGHT }, async () => {
      for (let next = queue.next(); !next.done; next = queue.next()) {
        const { stream, events } = next.value;
        // An append holds at most a MiB, and the large ones are 12 kB each.
        for (let from = 0; from < events.length; from += 50)
          await log.append(stream, from === 0 ? 'no-stream' : from - 1, events.slice(from, from + 50));
      }
    }),
  );
}

export async function fill(log: EventLog, events: number, say: (line: string) => void): Promise<void> {
  say(`… writing ${events.toLocaleString('en')} observations`);
  await write(log, observationStreams(events, randomUUID()));
}

/** Asks for new builds of all of them at once and waits until each answers. */
async function rebuild(orm: MikroORM, log: EventLog): Promise<void> {
  const ours = async () => (await projectionsStatus(orm, log)).filter(({ name }) => REBUILT.includes(name));
  const before = new Map((await ours()).map(({ name, build }) => [name, build]));
  for (const name of REBUILT) await requestRebuild(orm, name);
  for (;;) {
    const now = await ours();
    for (const { name, rebuild: under } of now)
      if (under?.status === 'stopped' || under?.status === 'held') throw new Error(`${name}: ${under.error}`);
    if (now.every(({ name, build }) => build !== before.get(name))) return;
    await pause(50);
  }
}

async function untilCaughtUp(orm: MikroORM, log: EventLog): Promise<void> {
  for (;;) {
    const status = (await projectionsStatus(orm, log)).filter(({ name }) => REBUILT.includes(name));
    const failed = status.find(({ status: state }) => state === 'stopped');
    if (failed) throw new Error(`${failed.name}: ${failed.error}`);
    if (status.length === REBUILT.length && status.every(({ lag }) => lag === 0)) return;
    await pause(200);
  }
}

/** Rows that a rebuild inserted or changed, by PostgreSQL's own count, for each event. */
async function rowsAnEvent(orm: MikroORM, events: number): Promise<number> {
  await pause(12_000); // sessions tell their counts when they have been idle for ten seconds
  const [row] = await rows<{ written: string }>(
    orm,
    `select sum(n_tup_ins + n_tup_upd) as written from pg_stat_user_tables
       join following.builds on schema_name = schemaname and status = 'live' where projection = any($1)`,
    [REBUILT],
  );
  return Number(row?.written ?? NaN) / events;
}

const schemaOfKeywords = async (orm: MikroORM): Promise<string> => {
  const [row] = await rows<{ name: string }>(
    orm,
    `select schema_name as name from following.builds where projection = 'keywords' and status = 'live'`,
  );
  return row?.name ?? '';
};

const peakRssMb = (pid: number): number =>
  Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? NaN) / 1024;

async function measured(
  what: string,
  events: number,
  streams: Streams,
  say: (line: string) => void,
): Promise<Figure[]> {
  const servers = new BenchServers();
  try {
    const [storeUrl, databaseUrl] = [await servers.eventStore(), await servers.postgres()];
    const log = connectEventLog(storeUrl);
    const orm = await connectOrm(databaseUrl, { migrations });
    await orm.migrator.up();
    say(`… writing ${what}`);
    await write(log, streams);
    const env = { EVENTSTORE_URL: storeUrl, DATABASE_URL: databaseUrl };
    const projector = await servers.program('projector', 'backend/src/main.projector.js', env);
    say('… first build');
    await untilCaughtUp(orm, log);
    const bare = await bareRows(databaseUrl, await schemaOfKeywords(orm), Math.min(events, BARE_ROWS));
    say(`… ${ROUNDS} times: reading, writing, rebuilding`);
    const read = Math.min(events, BARE_EVENTS);
    const took = await interleaved(ROUNDS, {
      read: () => bareRead(storeUrl, read),
      unnest: async () => bareUnnest(databaseUrl, await schemaOfKeywords(orm), bare),
      rebuild: () => rate(events, () => rebuild(orm, log)),
    });
    const written = await rowsAnEvent(orm, events);
    const rss = peakRssMb(projector.pid);
    await orm.close();
    await log.close();
    say(
      `… bare client reads ${took.read.toFixed(0)}/s, bare unnest writes ${took.unnest.toFixed(0)} rows/s, ${written.toFixed(3)} rows an event`,
    );
    return [
      {
        figure: `rebuild of ${REBUILT.join(', ')} over ${what}`,
        value: took.rebuild,
        unit: 'events/s',
        yardstick: `1 ÷ (1 ÷ bare read + ${written.toFixed(2)} rows ÷ bare unnest)`,
        yardstickValue: 1 / (1 / took.read + written / took.unnest),
        target: { of: 'ratio', atLeast: 0.8 },
      },
      {
        figure: `projector, most memory, ${what}`,
        value: rss,
        unit: 'MB',
        target: { of: 'value', atMost: LARGEST_RSS_MB },
      },
    ];
  } finally {
    await servers.stop();
  }
}

/**
 * Rebuilds of all read models that follow observations, from the first event, beside the bare parts that they are made of:
 * reading the events with the client, and writing rows like those of `observation` by `unnest` into a table without
 * indexes. Two orders of the log: keyword after keyword, and week after week, where every batch meets every keyword.
 */
export const rebuildBenchmark: Benchmark = {
  name: 'rebuild',
  async run(say) {
    const number = (count: number) => count.toLocaleString('en');
    const small = observationStreams(EVENTS, randomUUID());
    const large = observationStreams(LARGE_EVENTS, randomUUID(), 100, 60);
    const byWeek = observationsByWeek(Math.ceil(EVENTS / 100), 100, randomUUID());
    return [
      ...(await measured(`${number(EVENTS)} small observations`, EVENTS, small, say)),
      ...(await measured(`${number(LARGE_EVENTS)} observations with 60 listings`, LARGE_EVENTS, large, say)),
      ...(await measured(`${number(EVENTS)} small observations, week after week`, EVENTS, byWeek, say)),
    ];
  },
};
