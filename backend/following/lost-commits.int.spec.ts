import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { rows } from './database/database.js';
import { FollowingWorld, until } from './testing/following-world.js';
import { counted, keywordCounts, liveSchema } from './testing/keyword-counts.js';
import { startTestPostgres, type TestPostgres } from './testing/test-postgres.js';

const EVENTS = 30;

jest.setTimeout(30_000);

/** Commits need not reach the disk before they are acknowledged: a database that crashes forgets the last of them. */
describe('a database that crashed and forgot what it had acknowledged last', () => {
  let postgres: TestPostgres;
  let world: FollowingWorld;
  beforeAll(async () => {
    postgres = await startTestPostgres();
  }, 60_000);
  beforeEach(async () => {
    world = await FollowingWorld.open(postgres);
    await world.trackMany(EVENTS);
    await world.project({ projections: [keywordCounts()] });
    await until('everything is applied', isWhole);
  });
  afterEach(() => world.close());
  afterAll(() => postgres.stop());

  /** Everything up to the newest event, counted once. */
  async function isWhole(): Promise<boolean> {
    const [found] = await rows<{ whole: boolean }>(
      world.orm,
      'select coalesce(bool_and(position >= $1), false) as whole from following.checkpoints',
      [String(await world.eventLog.head())],
    );
    return found?.whole ?? false;
  }

  /** Every connection but this one breaks, as in a crash. */
  async function crash(): Promise<void> {
    await rows(
      world.orm,
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`,
    );
  }

  it('has its read models whole again, though no new event comes', async () => {
    await rows(world.orm, 'update following.checkpoints set position = 0, events_counted = 0');
    await crash();
    await until('everything is applied again', isWhole);
    expect(await counted(world.orm)).toEqual({ events: EVENTS, sum: EVENTS, total: EVENTS });
  });

  it('has a build again that it forgot altogether', async () => {
    const schema = await liveSchema(world.orm);
    await rows(world.orm, `drop schema "${schema}" cascade`);
    await rows(world.orm, 'delete from following.checkpoints');
    await rows(world.orm, 'delete from following.builds');
    await crash();
    await until('everything is applied again', isWhole);
    expect(await counted(world.orm)).toEqual({ events: EVENTS, sum: EVENTS, total: EVENTS });
  });
});
