import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { requestRebuild } from './rebuild/rebuild-commands.js';
import { rows } from './database/database.js';
import { FollowingWorld, until } from './testing/following-world.js';
import { counted, keywordCounts, liveSchema } from './testing/keyword-counts.js';
import { startTestPostgres, type TestPostgres } from './testing/test-postgres.js';

const NAME = 'keyword-counts';
const SCHEMA = 'keyword_counts_b1';

jest.setTimeout(30_000);

describe('tables that somebody altered', () => {
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

  const follow = async () => {
    const projector = await world.project({ projections: [keywordCounts()], onPoison: 'park' });
    await world.track('planner');
    await until('it is applied', async () => (await counted(world.orm)).events > 0);
    return projector;
  };
  const stopped = async (projector: Awaited<ReturnType<typeof follow>>) => {
    await until('it has stopped', async () => (await projector.status())[0]?.status === 'stopped');
    return (await projector.status())[0]?.error;
  };

  it('refuse rows by hand, and say what to do instead', async () => {
    await follow();
    const words = `rows of ${SCHEMA}.counts are written by the projector alone: ask for a rebuild instead`;
    await expect(rows(world.orm, `delete from ${SCHEMA}.counts`)).rejects.toThrow(words);
    await expect(rows(world.orm, `update ${SCHEMA}.counts set times = 7`)).rejects.toThrow(words);
    await expect(rows(world.orm, `insert into ${SCHEMA}.counts values ('a', 1)`)).rejects.toThrow(words);
    await expect(rows(world.orm, `truncate ${SCHEMA}.counts`)).rejects.toThrow(words);
    expect(await counted(world.orm)).toEqual({ events: 1, sum: 1, total: 1 });
  });

  it('stop the projection while it runs, and no event is blamed and stepped over; a rebuild mends it', async () => {
    const projector = await follow();
    await rows(world.orm, `alter table ${SCHEMA}.counts drop column times`);
    await world.track('sticker');
    expect(await stopped(projector)).toContain('missing column counts.times integer not null');
    expect(await rows(world.orm, 'select * from following.parked_events')).toEqual([]);

    await requestRebuild(world.orm, NAME);
    await until('a new build answers', async () => (await liveSchema(world.orm)) === 'keyword_counts_b2');
    expect(await counted(world.orm)).toEqual({ events: 2, sum: 2, total: 2 });
  });

  it.each([
    ['a column is gone', `alter table ${SCHEMA}.total drop column times`, 'missing column total.times'],
    [
      'a column has another type',
      `alter table ${SCHEMA}.counts alter times type bigint`,
      'counts.times bigint',
    ],
    ['a column came', `alter table ${SCHEMA}.counts add note text`, 'new column counts.note text'],
    ['a table is gone', `drop table ${SCHEMA}.total`, 'missing column total.only_row'],
    ['a key is gone', `alter table ${SCHEMA}.counts drop constraint counts_pkey`, 'constraint of counts'],
    ['it is unguarded', `alter table ${SCHEMA}.counts disable trigger all`, 'missing guard of counts'],
  ])('are found at the next start where %s', async (_what, change, words) => {
    await (await follow()).stop();
    await rows(world.orm, change);
    const projector = await world.project({ projections: [keywordCounts()] });
    const error = await stopped(projector);
    expect(error).toContain(`the tables of build 1 (${SCHEMA}) were altered`);
    expect(error).toContain(words);
  });

  it('may get an index of an operator’s own', async () => {
    await (await follow()).stop();
    await rows(world.orm, `create index by_hand on ${SCHEMA}.counts (times)`);
    await follow();
    await until('both are applied', async () => (await counted(world.orm)).events === 2);
  });
});

describe('late indexes', () => {
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

  const indexes = 'create index if not exists counts_by_times on counts (times)';
  const indexed = async (schema: string) =>
    (
      await rows(world.orm, 'select from pg_indexes where schemaname = $1 and indexname = $2', [
        schema,
        'counts_by_times',
      ])
    ).length > 0;

  it('are made once the past is read, and before readers get to a new build', async () => {
    await world.trackMany(100);
    const missing: boolean[] = [];
    const before = async () => void missing.push(await indexed('keyword_counts_b1'));
    await world.project({ projections: [keywordCounts({ indexes, before })], batchSize: 10 });
    await until('it has them', () => indexed('keyword_counts_b1'));
    expect((await counted(world.orm)).events).toBe(100);
    expect(missing).toEqual(Array.from({ length: 10 }, () => false));
    await requestRebuild(world.orm, NAME);
    let had = false;
    await until('the new build answers', async () => {
      had = await indexed('keyword_counts_b2');
      return (await liveSchema(world.orm)) === 'keyword_counts_b2';
    });
    expect(had || (await indexed('keyword_counts_b2'))).toBe(true);
  });

  it('are not made on tables that were altered since: the new shape is not taken for the right one', async () => {
    await world.trackMany(20);
    const before = (events: readonly unknown[]) =>
      events.length > 0 && altered === undefined
        ? (altered = rows(world.orm, 'alter table keyword_counts_b1.counts add note text')).then(
            () => undefined,
          )
        : undefined;
    let altered: Promise<unknown> | undefined;
    const projector = await world.project({ projections: [keywordCounts({ indexes, before })] });
    await until('it has stopped', async () => (await projector.status())[0]?.status === 'stopped');
    expect((await projector.status())[0]?.error).toContain('new column counts.note text');
  });

  it('that cannot be made stop the build, and the live one goes on', async () => {
    await world.trackMany(10);
    await (await world.project({ projections: [keywordCounts({ version: 1 })] })).stop();
    const projector = await world.project({
      projections: [keywordCounts({ version: 2, indexes: 'create index on nowhere (nothing)' })],
    });
    await until('it has stopped', async () => (await projector.status())[0]?.rebuild?.status === 'stopped');
    expect((await projector.status())[0]?.rebuild?.error).toContain('nowhere');
    expect(await liveSchema(world.orm)).toBe('keyword_counts_b1');
  });
});
