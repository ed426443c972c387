import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { MikroORM } from '@mikro-orm/postgresql';
import { startEmbeddedEventStore } from '../../backend/event-log/embedded/server.js';
import { connectEventLog } from '../../backend/event-log/eventstoredb/connect-event-log.js';
import { connectOrm } from '../../backend/following/database/connect-orm.js';
import { startProjector, type Projector } from '../../backend/following/runner/start-projector.js';
import { projections } from '../../backend/src/projections.js';
import { History } from './history.js';
import { postgresProcess } from './postgres-process.js';
import { caughtUp, differences, hashesOf } from './read-models.js';
import { Seeded } from './seeded.js';
import type { TrialKind } from './trial.js';
import { until } from './waiting.js';
import { writeHistory } from './write-history.js';

const LANES = 3;
const APPENDS = 120;
const KILLED_AGAIN = 0.2;
const LATEST_SECOND_KILL_MS = 400;

/** PostgreSQL is killed, or stopped at once (immediate shutdown), and started again while the projector works on. */
export const postgresTrials: TrialKind = {
  name: 'postgres',
  about:
    'PostgreSQL killed or stopped at once while it is projected: every read model equal by hash to one built from scratch',
  count: 100,
  async open() {
    const folder = mkdtempSync(join(tmpdir(), 'digitallz-faults-'));
    const servers = await Promise.all(
      Array.from({ length: LANES }, (_, lane) => postgresProcess(join(folder, String(lane)))),
    );
    const store = await startEmbeddedEventStore({ file: join(folder, 'events.db'), port: 0 });
    const log = connectEventLog(store.connectionString);
    const events = await writeHistory(log, new History(new Seeded(7)).appends(APPENDS));

    async function onNewDatabase<T>(lane: number, work: (orm: MikroORM) => Promise<T>): Promise<T> {
      const { databases } = servers[lane % servers.length] as (typeof servers)[number];
      const url = await databases.create();
      const orm = await connectOrm(url, { poolSize: 2 * projections.length + 4 });
      try {
        return await work(orm);
      } finally {
        await orm.close();
        await databases.drop(url);
      }
    }
    /** As `npm start` does: a projector that cannot start because the server is away is started again. */
    const project = (orm: MikroORM, batchSize: number): Promise<Projector> =>
      until('the projector to start', () =>
        startProjector({ orm, eventLog: log, projections, batchSize }).catch(() => undefined),
      );
    const calm = await onNewDatabase(0, async (orm) => {
      const startedAt = performance.now();
      const projector = await project(orm, 15);
      await caughtUp(orm, log);
      const ms = performance.now() - startedAt;
      await projector.stop();
      return { ms, hashes: await hashesOf(orm) };
    });

    return {
      lanes: LANES,
      yardstick: () => Promise.resolve(`${events} events projected in ${calm.ms.toFixed(0)} ms`),
      trial: (random, lane) =>
        onNewDatabase(lane, async (orm) => {
          const { server } = servers[lane % servers.length] as (typeof servers)[number];
          // SIGQUIT is PostgreSQL's immediate shutdown: no checkpoint, and the log is replayed at the start.
          const signal = random.pick(['SIGKILL', 'SIGQUIT'] as const);
          const kills = [random.next() * calm.ms];
          if (random.chance(KILLED_AGAIN)) kills.push(random.next() * LATEST_SECOND_KILL_MS);
          const starting = project(orm, random.whole(3, 25));
          let hit = false;
          for (const ms of kills) {
            await pause(ms);
            hit = !(await isDone(orm, await log.head())) || hit;
            await server.kill(signal);
            await server.start();
          }
          const projector = await starting;
          await caughtUp(orm, log);
          await projector.stop();
          return { hit, violations: differences(await hashesOf(orm), calm.hashes) };
        }),
      async close() {
        await log.close();
        await store.close();
        await Promise.all(servers.map(({ server }) => server.stop()));
        rmSync(folder, { recursive: true, force: true });
      },
    };
  },
};

async function isDone(orm: MikroORM, head: bigint | undefined): Promise<boolean> {
  const [found] = await orm.em.execute<{ done: boolean }[]>(
    `select count(*) > 0 and coalesce(bool_and(position >= ?), false) as done from following.checkpoints`,
    [String(head)],
  );
  return found?.done ?? false;
}
