import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { connectOrm } from './database/connect-orm.js';
import { rows } from './database/database.js';
import { startProjector } from './runner/start-projector.js';
import { killConnectionAfter } from './testing/connection-killer.js';
import { FollowingWorld, until } from './testing/following-world.js';
import { checkpoints, keywordCounts, liveSchema } from './testing/keyword-counts.js';
import { fingerprint } from './testing/projection-spec.js';
import { startTestPostgres, type TestPostgres } from './testing/test-postgres.js';

const EVENTS = 40;

jest.setTimeout(30_000);

describe('a projector that dies within a batch', () => {
  let postgres: TestPostgres;
  let world: FollowingWorld;
  beforeAll(async () => {
    postgres = await startTestPostgres();
    world = await FollowingWorld.open(postgres);
    await world.trackMany(EVENTS, (index) => `keyword ${index % 7}`);
  }, 60_000);
  afterAll(async () => {
    await world.close();
    await postgres.stop();
  });

  /** One program that dies after its k-th statement, be it while it makes the tables, and one that starts after it. */
  async function dieAndRestart(fatal: number | undefined) {
    const databaseUrl = await postgres.createDatabase();
    const [victim, survivor] = [await connectOrm(databaseUrl), await connectOrm(databaseUrl)];
    const options = { eventLog: world.eventLog, projections: [keywordCounts()], batchSize: 15 };
    const killer = await killConnectionAfter(victim, survivor, fatal);
    const first = await startProjector({ ...options, orm: victim }).catch((error: unknown) => {
      if (!killer.killed) throw error;
      return undefined;
    });
    const done = async () => (await checkpoints(survivor))[0]?.events === EVENTS;
    await until('it died or finished', async () => killer.killed || (await done()));
    await first?.stop();
    // As if the time had run out after which the others take the dead one's work over.
    await rows(survivor, 'delete from following.projectors');
    const second = await startProjector({ ...options, orm: survivor });
    await until('everything is applied', done);
    await second.stop();
    const result = {
      tables: await fingerprint(survivor, await liveSchema(survivor)),
      checkpoint: await checkpoints(survivor),
      killed: killer.killed,
    };
    await Promise.all([victim.close(), survivor.close()]);
    return result;
  }

  it('(5) killed after any k-th statement of a batch, a restart gives the same rows as no kill', async () => {
    const calm = await dieAndRestart(undefined);
    let k = 0;
    for (let killed = true; killed;) {
      const outcome = await dieAndRestart((k += 1));
      killed = outcome.killed;
      expect({ k, ...outcome }).toEqual({ k, ...calm, killed });
    }
    // The last k was beyond the end of a whole run: making the build and its indexes, and three batches of eight
    // statements each.
    expect(k).toBeGreaterThan(24 + 14);
  }, 120_000);
});
