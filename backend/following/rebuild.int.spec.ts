import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { acceptRebuild, requestRebuild, undoSwitch } from './rebuild/rebuild-commands.js';
import { writing } from './builds/builds.js';
import { rows, transaction } from './database/database.js';
import { FollowingWorld, until } from './testing/following-world.js';
import { checkpoints, counted, keywordCounts, liveSchema } from './testing/keyword-counts.js';
import { startTestPostgres, type TestPostgres } from './testing/test-postgres.js';

const NAME = 'keyword-counts';

jest.setTimeout(30_000);

describe('a rebuild', () => {
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

  const events = async () => (await counted(world.orm)).events;
  const answers = (schema: string) =>
    until(`${schema} answers`, async () => (await liveSchema(world.orm)) === schema);
  const builds = () =>
    rows<{ build: number; version: number; status: string }>(
      world.orm,
      'select build, version, status from following.builds order by build',
    );
  const schemas = async () =>
    (
      await rows<{ name: string }>(
        world.orm,
        `select schema_name as name from information_schema.schemata where schema_name like 'keyword_counts_%' order by 1`,
      )
    ).map((row) => row.name);

  it('(1) of a projection that already has a checkpoint yields every row', async () => {
    await world.trackMany(30);
    await world.project({ projections: [keywordCounts()] });
    await until('the first build is full', async () => (await events()) === 30);
    await requestRebuild(world.orm, NAME);
    await answers('keyword_counts_b2');
    expect(await counted(world.orm)).toEqual({ events: 30, sum: 30, total: 30 });
    await world.track('one more');
    await until('the new build is followed', async () => (await events()) === 31);
  });

  it('(2) raising a version builds from the first event, and a second start changes nothing', async () => {
    await world.trackMany(30);
    const first = await world.project({ projections: [keywordCounts({ version: 1 })] });
    await until('version 1 is full', async () => (await events()) === 30);
    await first.stop();

    const second = await world.project({ projections: [keywordCounts({ version: 2 })] });
    await answers('keyword_counts_b2');
    expect(await counted(world.orm)).toEqual({ events: 30, sum: 30, total: 30 });
    await second.stop();
    const before = { builds: await builds(), checkpoints: await checkpoints(world.orm) };
    expect(before.builds).toEqual([
      { build: 1, version: 1, status: 'previous' },
      { build: 2, version: 2, status: 'live' },
    ]);

    const applied: unknown[] = [];
    const before2 = (batch: readonly unknown[]) => void applied.push(...batch);
    await world.project({ projections: [keywordCounts({ version: 2, before: before2 })] });
    await world.track('the end');
    await until('the second start follows', async () => (await events()) === 31);
    expect(applied).toHaveLength(1);
    expect(await builds()).toEqual(before.builds);
    expect(await counted(world.orm)).toEqual({ events: 31, sum: 31, total: 31 });
  });

  it('(6) readers polling through a rebuild never see fewer rows', async () => {
    await world.trackMany(400);
    await world.project({ projections: [keywordCounts()], batchSize: 20 });
    await until('the first build is full', async () => (await events()) === 400);
    const seen: number[] = [];
    const schemasSeen = new Set<string>();
    let reading = true;
    const reader = (async () => {
      while (reading) {
        const schema = await liveSchema(world.orm);
        schemasSeen.add(schema);
        seen.push((await counted(world.orm, schema)).events);
      }
    })();
    await requestRebuild(world.orm, NAME);
    for (let round = 0; round < 30; round += 1) await world.track(`meanwhile ${round}`);
    await answers('keyword_counts_b2');
    await until('the reader has seen all of it', () => seen.at(-1) === 430 && schemasSeen.size === 2);
    reading = false;
    await reader;
    expect(seen).toEqual([...seen].sort((one, other) => one - other));
    expect([...schemasSeen]).toEqual(['keyword_counts_b1', 'keyword_counts_b2']);
  });

  it('goes on where it was when the program is stopped in the middle', async () => {
    await world.trackMany(200);
    const first = await world.project({ projections: [keywordCounts()] });
    await until('version 1 is full', async () => (await events()) === 200);
    await first.stop();
    let applied = 0;
    const slow = (batch: readonly unknown[]) => {
      applied += batch.length;
      return new Promise<void>((resolve) => setTimeout(resolve, 20));
    };
    const half = await world.project({
      projections: [keywordCounts({ version: 2, before: slow })],
      batchSize: 20,
    });
    await until('some of it is done', () => applied >= 60);
    const [status] = await half.status();
    expect(status).toMatchObject({ version: 1, build: 1, rebuild: { version: 2, build: 2 } });
    expect(status?.rebuild?.percent).toBeGreaterThan(0);
    expect(status?.rebuild?.percent).toBeLessThan(100);
    await half.stop();
    expect(await liveSchema(world.orm)).toBe('keyword_counts_b1');

    await world.project({ projections: [keywordCounts({ version: 2, before: slow })], batchSize: 20 });
    await answers('keyword_counts_b2');
    expect(applied).toBe(200);
    expect(await counted(world.orm)).toEqual({ events: 200, sum: 200, total: 200 });
  });

  it('is undone by one command, and the build that comes back is fed on', async () => {
    await world.trackMany(5);
    await world.project({ projections: [keywordCounts()] });
    await requestRebuild(world.orm, NAME);
    await answers('keyword_counts_b2');
    await world.track('while the second answers');
    await until('it is applied', async () => (await events()) === 6);
    await undoSwitch(world.orm, NAME);
    expect(await liveSchema(world.orm)).toBe('keyword_counts_b1');
    await world.track('after the undo');
    await until('the first build has all', async () => (await events()) === 7);
    expect(await counted(world.orm)).toEqual({ events: 7, sum: 7, total: 7 });
  });

  it('is not begun again by a mere restart once it was undone, but is by a request', async () => {
    await world.trackMany(5);
    await (await world.project({ projections: [keywordCounts({ version: 1 })] })).stop();
    const second = await world.project({ projections: [keywordCounts({ version: 2 })] });
    await answers('keyword_counts_b2');
    await undoSwitch(world.orm, NAME);
    await second.stop();
    const third = await world.project({ projections: [keywordCounts({ version: 2 })] });
    const [status] = await third.status();
    expect(status).toMatchObject({ version: 1, build: 1, status: 'unfollowed' });
    expect(status?.rebuild).toBeUndefined();
    await requestRebuild(world.orm, NAME);
    await answers('keyword_counts_b3');
    expect((await counted(world.orm)).events).toBe(5);
  });

  it('keeps the build before for undo and drops the tables of those before that', async () => {
    await world.trackMany(5);
    await world.project({ projections: [keywordCounts()] });
    await until('the first build is full', async () => (await events()) === 5);
    for (const build of [2, 3]) {
      await requestRebuild(world.orm, NAME);
      await answers(`keyword_counts_b${build}`);
    }
    await until('the oldest is dropped', async () => (await schemas()).length === 2);
    expect(await schemas()).toEqual(['keyword_counts_b2', 'keyword_counts_b3']);
  });

  it('of the same version that has fewer rows is held until somebody accepts it', async () => {
    await world.trackMany(5);
    await world.project({ projections: [keywordCounts()] });
    await until('the first build is full', async () => (await events()) === 5);
    await transaction(world.orm, async (sql) => {
      await sql.run(writing('keyword_counts_b1'));
      await sql.run(`insert into tracked values ('00000000-0000-4000-8000-000000000000', 'from nowhere')`);
    });
    await requestRebuild(world.orm, NAME);
    const held = () =>
      rows<{ error: string }>(world.orm, `select error from following.builds where state = 'held'`);
    await until('it is held', async () => (await held()).length === 1);
    expect((await held())[0]?.error).toBe('table tracked has 5 rows where the live build has 6');
    await world.track('meanwhile');
    await until('the live one is followed', async () => (await events()) === 7);
    expect(await liveSchema(world.orm)).toBe('keyword_counts_b1');
    await until('the held one too', async () => (await checkpoints(world.orm))[1]?.events === 6);
    await acceptRebuild(world.orm, NAME);
    expect(await liveSchema(world.orm)).toBe('keyword_counts_b2');
    expect(await events()).toBe(6);
  });

  it('stops at a poison event even where the live build would step over it', async () => {
    await world.track('one', 'poison');
    await (await world.project({ projections: [keywordCounts({ version: 1 })] })).stop();
    const before = (batch: readonly { data: object }[]) => {
      if (JSON.stringify(batch.map((event) => event.data)).includes('poison'))
        throw new Error('indigestible');
    };
    const projector = await world.project({
      projections: [keywordCounts({ version: 2, before })],
      onPoison: 'park',
    });
    await until('it has stopped', async () => (await projector.status())[0]?.rebuild?.status === 'stopped');
    expect(await liveSchema(world.orm)).toBe('keyword_counts_b1');
  });

  it('leaves a newer live build alone when an older program starts', async () => {
    await world.trackMany(5);
    await (await world.project({ projections: [keywordCounts({ version: 1 })] })).stop();
    const newer = await world.project({ projections: [keywordCounts({ version: 2 })] });
    await answers('keyword_counts_b2');
    const older = await world.project({
      projections: [keywordCounts({ version: 1 })],
      orm: await world.anotherOrm(),
    });
    await world.track('new');
    await until('version 2 is followed', async () => (await events()) === 6);
    expect(await liveSchema(world.orm)).toBe('keyword_counts_b2');
    await newer.stop();
    expect((await older.status())[0]).toMatchObject({
      status: 'unfollowed',
      error: 'the live build is version 2, the running program knows version 1',
    });
  });

  it('of an unknown projection is refused with the names that there are', async () => {
    await world.project({ projections: [keywordCounts()] });
    await expect(requestRebuild(world.orm, 'keyword')).rejects.toThrow(
      'no projection "keyword"; there are: keyword-counts',
    );
  });
});
