import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { cancelRebuild } from './rebuild/cancel-rebuild.js';
import { RebuildRefused, requestRebuild, UnknownProjection } from './rebuild/rebuild-commands.js';
import { rows } from './database/database.js';
import { FollowingWorld, until } from './testing/following-world.js';
import { counted, keywordCounts, liveSchema } from './testing/keyword-counts.js';
import { startTestPostgres, type TestPostgres } from './testing/test-postgres.js';

const NAME = 'keyword-counts';

jest.setTimeout(30_000);

describe('a rebuild that is cancelled', () => {
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

  const builds = () =>
    rows<{ build: number; status: string }>(
      world.orm,
      'select build, status from following.builds order by build',
    );
  const schemas = () =>
    rows<{ name: string }>(
      world.orm,
      `select schema_name as name from information_schema.schemata where schema_name like 'keyword_counts_%' order by 1`,
    );

  /** Lets a rebuild get as far as its first batch and holds it there until `goOn`. */
  function heldUp() {
    let goOn: () => void = () => undefined;
    let begun = false;
    const gate = new Promise<void>((resolve) => (goOn = resolve));
    let first = true;
    const before = async () => {
      if (first) return; // the build that answers
      begun = true;
      await gate;
    };
    return { before, begin: () => (first = false), isUnderWay: () => begun, goOn: () => goOn() };
  }

  it('leaves the live build as it is, drops the tables, and the next one is built from the start', async () => {
    await world.trackMany(30);
    const { before, begin, isUnderWay, goOn } = heldUp();
    await world.project({ projections: [keywordCounts({ before })], batchSize: 10 });
    await until('the first build is full', async () => (await counted(world.orm)).events === 30);
    begin();
    await requestRebuild(world.orm, NAME);
    await until('the rebuild is under way', isUnderWay);
    const cancelled = cancelRebuild(world.orm, NAME);
    goOn();
    await cancelled;

    expect(await builds()).toEqual([
      { build: 1, status: 'live' },
      { build: 2, status: 'dropped' },
    ]);
    expect(await schemas()).toEqual([{ name: 'keyword_counts_b1' }]);
    await world.track('after it');
    await until('the live build is followed', async () => (await counted(world.orm)).events === 31);
    expect(world.errors).toEqual([]);

    await requestRebuild(world.orm, NAME);
    await until('a new one answers', async () => (await liveSchema(world.orm)) === 'keyword_counts_b3');
    expect(await counted(world.orm)).toEqual({ events: 31, sum: 31, total: 31 });
  });

  it('that has not begun is taken back', async () => {
    await (await world.project({ projections: [keywordCounts()] })).stop();
    await requestRebuild(world.orm, NAME);
    await cancelRebuild(world.orm, NAME);
    await world.project({ projections: [keywordCounts()] });
    await world.track('one');
    await until('it is followed', async () => (await counted(world.orm)).events === 1);
    expect(await builds()).toEqual([{ build: 1, status: 'live' }]);
  });

  it('is refused where nothing is built, and for a projection that there is not', async () => {
    await world.project({ projections: [keywordCounts()] });
    await expect(cancelRebuild(world.orm, NAME)).rejects.toThrow(
      new RebuildRefused('keyword-counts is not being rebuilt'),
    );
    await expect(cancelRebuild(world.orm, 'keyword')).rejects.toThrow(UnknownProjection);
  });

  it('is refused where the running program needs the new version', async () => {
    await world.trackMany(5);
    await (await world.project({ projections: [keywordCounts({ version: 1 })] })).stop();
    const { before, begin, isUnderWay, goOn } = heldUp();
    begin();
    await world.project({ projections: [keywordCounts({ version: 2, before })] });
    await until('the new version is being built', isUnderWay);
    await expect(cancelRebuild(world.orm, NAME)).rejects.toThrow(/version went from 1 to 2/);
    goOn();
    await until('it answers', async () => (await liveSchema(world.orm)) === 'keyword_counts_b2');
  });
});
