import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startEmbeddedEventStore, type EmbeddedEventStore } from '../../backend/event-log/embedded/server.js';
import type { EventLog } from '../../backend/event-log/event-log.js';
import { connectEventLog } from '../../backend/event-log/eventstoredb/connect-event-log.js';
import { connectOrm } from '../../backend/following/database/connect-orm.js';
import { History } from './history.js';
import { postgresProcess } from './postgres-process.js';
import type { ProjectorOrder, ProjectorWord } from './projector-program.js';
import { caughtUp, differences, hashesOf, type Databases } from './read-models.js';
import { Seeded } from './seeded.js';
import { end, SpareProcesses } from './spare-processes.js';
import type { TrialKind } from './trial.js';
import { writeHistory, type Written } from './write-history.js';

/** A killed projector's partitions are free only after a while: meanwhile the others go on. */
const LANES = 6;
const HISTORIES = 4;
const APPENDS = 120;
const LIVE = 0.4;
const KILLED_AGAIN = 0.15;

/** A history with what an undisturbed projector makes of it. */
interface Sample {
  readonly seed: number;
  readonly appends: readonly Written[];
  readonly events: number;
  readonly store: EmbeddedEventStore;
  readonly hashes: Readonly<Record<string, string>>;
  readonly statements: number;
  readonly ms: number;
}

/** A projector process is killed at a statement or at a moment, while it reads the past or while events come in. */
export const projectionTrials: TrialKind = {
  name: 'projection',
  about:
    'projector killed at a statement or moment: every read model equal by hash to one built from scratch',
  count: 300,
  async open() {
    const folder = mkdtempSync(join(tmpdir(), 'digitallz-faults-'));
    const { server, databases } = await postgresProcess(folder);
    const projectors = new SpareProcesses(new URL('projector-program.js', import.meta.url), 3);
    const samples: Sample[] = [];
    for (let seed = 0; seed < HISTORIES; seed += 1)
      samples.push(await sampleOf(seed, join(folder, `history-${seed}.db`), databases, projectors));
    let stores = 0;

    return {
      lanes: LANES,
      yardstick: () =>
        Promise.resolve(
          samples
            .map(
              ({ events, statements, ms }) =>
                `${events} events, ${statements} statements, ${ms.toFixed(0)} ms`,
            )
            .join('; '),
        ),
      async trial(random) {
        const sample = random.pick(samples);
        const file = join(folder, `live-${(stores += 1)}.db`);
        const live = random.chance(LIVE) ? await startEmbeddedEventStore({ file, port: 0 }) : undefined;
        const url = (live ?? sample.store).connectionString;
        const log = connectEventLog(url);
        const databaseUrl = await databases.create();
        const orm = await connectOrm(databaseUrl);
        try {
          // given half of the history, the rest comes while the projector is killed
          const half = live ? Math.floor(sample.appends.length / 2) : 0;
          if (live) await writeHistory(log, sample.appends.slice(0, half));
          const order = { databaseUrl, eventStoreUrl: url, batchSize: random.whole(5, 80) };
          const rest = live ? writeHistory(log, sample.appends.slice(half)) : Promise.resolve(0);
          const deaths = random.chance(KILLED_AGAIN) ? 2 : 1;
          let hit = false;
          for (let death = 0; death < deaths; death += 1)
            hit = (await dieAtWork(projectors, order, random, sample)) || hit;
          const survivor = await projectors.take(order);
          await rest;
          await caughtUp(orm, log);
          await end(survivor);
          return { hit, violations: differences(await hashesOf(orm), sample.hashes) };
        } finally {
          await orm.close();
          await log.close();
          await live?.close();
          rmSync(file, { force: true });
          await databases.drop(databaseUrl);
        }
      },
      async close() {
        await projectors.close();
        await Promise.all(samples.map(({ store }) => store.close()));
        await server.stop();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  },
};

/** True where it was killed before it had done everything that an undisturbed one does. */
async function dieAtWork(
  projectors: SpareProcesses,
  order: ProjectorOrder,
  random: Seeded,
  { statements, ms }: Sample,
): Promise<boolean> {
  const atStatement = random.chance(0.6);
  const when = random.chance(0.5) ? ('before' as const) : ('after' as const);
  const fatal = { statement: random.whole(1, statements), when };
  const victim = await projectors.take(atStatement ? { ...order, fatal } : order);
  const gone = once(victim, 'exit');
  // One that does not get to its fatal statement, for batches fell otherwise this time, is killed as it stands.
  await Promise.race([gone, pause(atStatement ? 4 * ms : random.next() * ms)]);
  const diedByItself = victim.signalCode === 'SIGKILL';
  await end(victim);
  return diedByItself || !atStatement;
}

async function sampleOf(
  seed: number,
  file: string,
  databases: Databases,
  projectors: SpareProcesses,
): Promise<Sample> {
  const store = await startEmbeddedEventStore({ file, port: 0 });
  const log: EventLog = connectEventLog(store.connectionString);
  const appends = [...new History(new Seeded(seed)).appends(APPENDS)];
  const events = await writeHistory(log, appends);
  const databaseUrl = await databases.create();
  const orm = await connectOrm(databaseUrl);
  const startedAt = performance.now();
  const order = { databaseUrl, eventStoreUrl: store.connectionString, batchSize: 40 };
  const calm = await projectors.take(order);
  await caughtUp(orm, log);
  const ms = performance.now() - startedAt;
  const word = once(calm, 'message') as Promise<[ProjectorWord]>;
  calm.kill('SIGTERM');
  const [{ statements }] = await word;
  const hashes = await hashesOf(orm);
  await orm.close();
  await log.close();
  await databases.drop(databaseUrl);
  return { seed, appends, events, store, hashes, statements, ms };
}
