import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { AnyRecordedEvent, EventLog } from '../../backend/event-log/event-log.js';
import { connectEventLog } from '../../backend/event-log/eventstoredb/connect-event-log.js';
import { writeAll, type Acknowledged } from './append-client.js';
import { planAppends, type ClientPlan } from './append-plan.js';
import { Seeded } from './seeded.js';
import { storeProcess } from './store-process.js';
import type { TrialKind } from './trial.js';

const LANES = 3;
const KILLED_AGAIN = 0.2;
const LATEST_KILL_MS = 60;

type Store = Awaited<ReturnType<typeof storeProcess>>['server'];

interface Written {
  readonly plans: readonly ClientPlan[];
  readonly acknowledged: readonly Acknowledged[];
  readonly before: bigint | undefined;
  readonly hit: boolean;
}

/** Clients append while the store is killed with SIGKILL, started again, and sometimes killed while it starts. */
export const appendTrials: TrialKind = {
  name: 'append',
  about:
    'event store killed while clients append: no acknowledged event lost or doubled, every repeat recognised',
  count: 300,
  async open() {
    const folder = mkdtempSync(join(tmpdir(), 'digitallz-faults-'));
    const stores = await Promise.all(
      Array.from({ length: LANES }, (_, lane) => storeProcess(join(folder, String(lane)))),
    );
    const storeOf = (lane: number) => stores[lane % stores.length] as (typeof stores)[number];
    return {
      lanes: LANES,
      async yardstick() {
        const { url } = storeOf(0);
        const startedAt = performance.now();
        const written = await write(url, new Seeded(0));
        const ms = performance.now() - startedAt;
        const violations = await findViolations(url, written);
        if (violations.length > 0) throw new Error(`without any kill: ${violations.join('; ')}`);
        const events = written.acknowledged.flatMap(({ writing }) => writing.events).length;
        return `${written.acknowledged.length} appends of ${events} events by ${written.plans.length} clients in ${ms.toFixed(0)} ms, each stored once`;
      },
      async trial(random, lane) {
        const { server, url } = storeOf(lane);
        const written = await write(url, random, server);
        return { hit: written.hit, violations: await findViolations(url, written) };
      },
      async close() {
        await Promise.all(stores.map(({ server }) => server.stop()));
        rmSync(folder, { recursive: true, force: true });
      },
    };
  },
};

/** Carries out a plan; with a store, kills that at the moment that the seed says. */
async function write(url: string, random: Seeded, store?: Store): Promise<Written> {
  const plans = planAppends(random, randomUUID());
  const total = plans.flat().length;
  const killAfter = random.chance(0.5)
    ? { acknowledged: random.whole(1, total - 1) }
    : { ms: random.next() * LATEST_KILL_MS };
  const again = random.chance(KILLED_AGAIN) ? random.next() * 2 * LATEST_KILL_MS : undefined;

  const logs = plans.map(() => connectEventLog(url));
  const acknowledged: Acknowledged[] = [];
  const reached = Promise.withResolvers<void>();
  try {
    const before = await logs[0]?.head();
    const clients = Promise.all(
      plans.map((plan, client) =>
        writeAll(logs[client] as EventLog, plan, (one) => {
          acknowledged.push(one);
          if (acknowledged.length === killAfter.acknowledged) reached.resolve();
        }),
      ),
    );
    let hit = false;
    if (store) {
      await Promise.race([killAfter.ms === undefined ? reached.promise : pause(killAfter.ms), clients]);
      await store.kill();
      hit = acknowledged.length < total;
      await restart(store, again);
    }
    await clients;
    return { plans, acknowledged, before, hit };
  } finally {
    await Promise.all(logs.map((log) => log.close()));
  }
}

async function restart(store: Store, killAfterMs: number | undefined): Promise<void> {
  await store.start();
  if (killAfterMs === undefined) return;
  await pause(killAfterMs);
  await store.kill();
  await store.start();
}

/** Whatever was acknowledged stands once, where it was said to stand; nothing else stands there. */
async function findViolations(url: string, { plans, acknowledged, before }: Written): Promise<string[]> {
  const log = connectEventLog(url);
  try {
    const found: AnyRecordedEvent[] = [];
    for await (const event of log.readAll(before === undefined ? {} : { after: before })) found.push(event);
    const streams = new Map<string, AnyRecordedEvent[]>();
    for (const event of found) streams.set(event.stream, [...(streams.get(event.stream) ?? []), event]);
    const planned = plans.flat();
    return [
      ...lostOrMoved(acknowledged, streams),
      ...unknownOrDoubled(
        found,
        planned.flatMap(({ events }) => events.map(({ id }) => id)),
      ),
      ...gaps(streams),
      ...(await readOtherwise(log, streams)),
    ];
  } finally {
    await log.close();
  }
}

function lostOrMoved(
  acknowledged: readonly Acknowledged[],
  streams: ReadonlyMap<string, readonly AnyRecordedEvent[]>,
): string[] {
  return acknowledged.flatMap(({ writing: { stream, events }, revision, position }) => {
    const first = revision - events.length + 1;
    const standing = (streams.get(stream) ?? []).slice(first, revision + 1);
    const asSaid =
      standing.map(({ id }) => id).join() === events.map(({ id }) => id).join() &&
      standing.at(-1)?.position === position;
    return asSaid
      ? []
      : [`the append to ${stream} acknowledged at revision ${revision}, position ${position} is not there`];
  });
}

function unknownOrDoubled(found: readonly AnyRecordedEvent[], planned: readonly string[]): string[] {
  const known = new Set(planned);
  const seen = new Set<string>();
  return found.flatMap(({ id, stream }) => {
    if (!known.has(id)) return [`event ${id} in ${stream} was never written`];
    if (seen.has(id)) return [`event ${id} stands twice, again in ${stream}`];
    seen.add(id);
    return [];
  });
}

/** Positions rise, revisions count from 0 without a gap. */
function gaps(streams: ReadonlyMap<string, readonly AnyRecordedEvent[]>): string[] {
  return [...streams].flatMap(([stream, events]) =>
    events.flatMap((event, index) =>
      event.revision === index ? [] : [`${stream} has revision ${event.revision} in the place of ${index}`],
    ),
  );
}

/** A stream reads as `$all` tells it. */
async function readOtherwise(
  log: EventLog,
  streams: ReadonlyMap<string, readonly AnyRecordedEvent[]>,
): Promise<string[]> {
  const otherwise: string[] = [];
  for (const [stream, events] of streams) {
    const read = await Array.fromAsync(log.readStream(stream), ({ id }) => id);
    if (read.join() !== events.map(({ id }) => id).join())
      otherwise.push(`${stream} reads otherwise than $all`);
  }
  return otherwise;
}
