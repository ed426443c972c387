import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { MikroORM } from '@mikro-orm/postgresql';
import { ownsAll } from './projection.js';
import { planBuilds } from './rebuild/plan-builds.js';
import { requestRebuild, undoSwitch } from './rebuild/rebuild-commands.js';
import { CheckpointMoved } from './batches/checkpoint.js';
import { commitBatch } from './batches/commit-batch.js';
import { connectOrm } from './database/connect-orm.js';
import { rows } from './database/database.js';
import { SHARES_CHANNEL } from './partitions/membership.js';
import { claimPartitions } from './partitions/partition-owners.js';
import type { Projector } from './runner/start-projector.js';
import { FollowingWorld, keywordTracked, until } from './testing/following-world.js';
import { counted, keywordCounts, liveSchema, shares } from './testing/keyword-counts.js';
import { fingerprint, recorded } from './testing/projection-spec.js';
import { SpawnedProjector } from './testing/spawned-projector.js';
import { startTestPostgres, type TestPostgres } from './testing/test-postgres.js';
import { Notices } from './waiting/notices.js';
import { ProjectionMoves } from './waiting/projection-moves.js';
import { ProjectionWaiter } from './waiting/projection-waiter.js';

const NAME = 'keyword-counts';
const PROJECTIONS = [keywordCounts({ shared: true })] as const;

jest.setTimeout(60_000);

describe('several projectors of one database', () => {
  let postgres: TestPostgres;
  let world: FollowingWorld;
  beforeAll(async () => {
    postgres = await startTestPostgres();
  }, 60_000);
  beforeEach(async () => {
    world = await FollowingWorld.open(postgres);
  });
  afterEach(() => world.close());
  afterAll(() => postgres.stop());

  const join = async (options: { batchSize?: number } = {}) =>
    world.project({ projections: PROJECTIONS, orm: await world.anotherOrm(), ...options });
  const shared = (...expected: number[]) =>
    until(`the partitions are shared ${expected.join(' : ')}`, async () => {
      const now = await shares(world.orm);
      return now.length === expected.length && now.every((share, index) => share === expected[index]);
    });
  const applied = (events: number) =>
    until(`${events} are applied`, async () => (await counted(world.orm)).events === events);
  const rightSums = async (events: number) =>
    expect(await counted(world.orm)).toEqual({ events, sum: events, total: events });

  it('share the partitions of a projection evenly as they come and go, and every event is applied once', async () => {
    await world.trackMany(500, (index) => `keyword ${index % 40}`);
    const first = await join({ batchSize: 7 });
    await shared(8);
    const second = await join({ batchSize: 7 });
    await shared(4, 4);
    await world.trackMany(200, (index) => `keyword ${index % 40}`);
    await join({ batchSize: 7 });
    await shared(2, 3, 3);
    await world.trackMany(200, (index) => `keyword ${index % 40}`);
    await first.stop();
    await shared(4, 4);
    await second.stop();
    await shared(8);
    await applied(900);
    await rightSums(900);
    expect(world.errors).toEqual([]);
  });

  it('work at once: each applies what concerns its own keys', async () => {
    const done = [new Set<string>(), new Set<string>()];
    const noting = (who: number) =>
      keywordCounts({
        shared: true,
        before: (events) => {
          for (const { data } of events) if ('keyword' in data) done[who]?.add(data.keyword);
        },
      });
    await world.project({ projections: [noting(0)] });
    await world.project({ projections: [noting(1)], orm: await world.anotherOrm() });
    await shared(4, 4);
    await world.trackMany(100, (index) => `keyword ${index}`);
    await applied(100);
    const [one, other] = done.map((keywords) => [...keywords]);
    expect(one?.length).toBeGreaterThan(20);
    expect(other?.length).toBeGreaterThan(20);
    expect(new Set([...(one ?? []), ...(other ?? [])]).size).toBe(100);
    expect(one?.filter((keyword) => other?.includes(keyword))).toEqual([]);
  });

  it('let readers wait for the hindmost of them', async () => {
    const reader = await world.anotherOrm();
    const notices = await Notices.connect(reader);
    const moves = await ProjectionMoves.listen(reader, notices);
    const waiter = new ProjectionWaiter(reader, moves);
    await join();
    await join();
    await shared(4, 4);
    for (let round = 0; round < 50; round += 1) {
      const { position } = await world.track(`keyword ${round}`, `another ${round}`);
      expect(await waiter.waitFor(NAME, position, 10_000)).toBe(true);
      expect((await counted(world.orm)).events).toBe(2 * (round + 1));
    }
    await notices.close();
  });

  it('rebuild together, and readers are switched once every partition has caught up; undo goes back', async () => {
    await world.trackMany(300, (index) => `keyword ${index % 40}`);
    await join({ batchSize: 20 });
    await join({ batchSize: 20 });
    await applied(300);
    await requestRebuild(world.orm, NAME);
    for (let round = 0; round < 30; round += 1) await world.track(`meanwhile ${round}`);
    await until('the new build answers', async () => (await liveSchema(world.orm)) === 'keyword_counts_b2');
    await applied(330);
    await rightSums(330);
    await undoSwitch(world.orm, NAME);
    await world.track('after the undo');
    await until('the old build answers', async () => (await liveSchema(world.orm)) === 'keyword_counts_b1');
    await applied(331);
    await rightSums(331);
  });

  it('take over from one that is paused within a transaction and from one that is killed; who comes back cannot write', async () => {
    const spawn = () => SpawnedProjector.spawn(world.databaseUrl, world.eventStoreUrl);
    const [paused, killed] = await Promise.all([spawn(), spawn()]);
    try {
      const survivor = await join();
      await shared(2, 3, 3);
      await world.trackMany(2_000, (index) => `keyword ${index % 40}`);
      paused.pause();
      await killed.kill();
      await world.trackMany(100, (index) => `keyword ${index % 40}`);
      await shared(8);
      await applied(2_100);
      await rightSums(2_100);

      paused.resume();
      await world.trackMany(100, (index) => `keyword ${index % 40}`);
      await shared(4, 4);
      await world.trackMany(100, (index) => `keyword ${index % 40}`);
      await applied(2_300);
      await rightSums(2_300);
      expect(paused.running).toBe(true);
      await survivor.stop();
      await shared(8);
    } finally {
      await Promise.all([paused.kill(), killed.kill()]);
    }
  });

  it('write as owners alone: who lost one of several partitions writes nothing', async () => {
    const [projection] = PROJECTIONS;
    const { live } = await planBuilds(world.orm, projection);
    const [before, after] = [randomUUID(), randomUUID()];
    const commit = (owner: string, partitions: number[], from: bigint | undefined, to: bigint) => {
      const events = recorded([{ stream: 'trackedKeyword-1', event: keywordTracked('planner') }]);
      const batch = { events, from, to, eventsPerSecond: 0, owner, partitions, whole: false };
      return commitBatch(world.orm, projection, live, batch, ownsAll());
    };
    await claimPartitions(world.orm, live, before, [0, 1, 2]);
    await commit(before, [0, 1, 2], undefined, 1n);
    // Nobody has seen the first one alive, so its partitions may be taken.
    await claimPartitions(world.orm, live, after, [2]);
    await expect(commit(before, [0, 1, 2], 1n, 2n)).rejects.toThrow(CheckpointMoved);
    expect((await counted(world.orm)).events).toBe(1);
    await commit(before, [0, 1], 1n, 2n);
    await commit(after, [2], 1n, 2n);
    expect((await counted(world.orm)).events).toBe(3);
  });

  it('leave the same rows as one alone, whoever comes, goes or is taken for dead meanwhile', async () => {
    const steps = fc.array(fc.constantFrom('join', 'leave', 'take for dead', 'append'), {
      minLength: 6,
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(steps, async (order) => {
        const trial = await FollowingWorld.open(postgres);
        const running: Projector[] = [];
        let events = 0;
        const append = async () => {
          await trial.trackMany(40, (index) => `keyword ${index % 13}`);
          events += 40;
        };
        const come = async (orm: MikroORM) =>
          running.push(await trial.project({ projections: PROJECTIONS, orm, batchSize: 11 }));
        await append();
        await come(await trial.anotherOrm());
        for (const step of order) {
          if (step === 'join' && running.length < 4) await come(await trial.anotherOrm());
          else if (step === 'leave' && running.length > 1) await running.shift()?.stop();
          else if (step === 'take for dead') await takeOneForDead(trial.orm);
          else await append();
        }
        await until('all of them applied it', async () => (await counted(trial.orm)).events === events);
        const alone = await connectOrm(await postgres.createDatabase());
        await trial.project({ projections: PROJECTIONS, orm: alone });
        await until('one alone applied it', async () => (await counted(alone)).events === events);
        const [several, one] = [
          await fingerprint(trial.orm, await liveSchema(trial.orm)),
          await fingerprint(alone, await liveSchema(alone)),
        ];
        await trial.close();
        await alone.close();
        expect(several).toEqual(one);
      }),
      { numRuns: 4 },
    );
  });
});

/** Some process looks dead to the others, though it goes on writing as long as it is let. */
async function takeOneForDead(orm: MikroORM): Promise<void> {
  await rows(
    orm,
    `update following.projectors set seen_at = seen_at - interval '30 seconds'
      where id = (select id from following.projectors order by joined_at limit 1)`,
  );
  await rows(orm, `select pg_notify('${SHARES_CHANNEL}', '')`);
}
