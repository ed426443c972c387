import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { requestRebuild } from './rebuild/rebuild-commands.js';
import { FollowingWorld, until } from './testing/following-world.js';
import { keywordCounts } from './testing/keyword-counts.js';
import { startTestPostgres, type TestPostgres } from './testing/test-postgres.js';
import { LiveBuilds } from './waiting/live-builds.js';
import { Notices } from './waiting/notices.js';
import { ProjectionMoves, type ProjectionMove } from './waiting/projection-moves.js';
import { ProjectionWaiter } from './waiting/projection-waiter.js';
import { askFor } from './waiting/wanted-positions.js';

const NAME = 'keyword-counts';

jest.setTimeout(30_000);

describe('readers of a projection', () => {
  let postgres: TestPostgres;
  let world: FollowingWorld;
  let notices: Notices;
  let builds: LiveBuilds;
  let waiter: ProjectionWaiter;
  let moves: ProjectionMove[];
  let listening: ProjectionMoves;
  beforeAll(async () => {
    postgres = await startTestPostgres();
  }, 60_000);
  beforeEach(async () => {
    world = await FollowingWorld.open(postgres);
    const reader = await world.anotherOrm();
    notices = await Notices.connect(reader);
    builds = await LiveBuilds.listen(reader, notices);
    listening = await ProjectionMoves.listen(reader, notices);
    waiter = new ProjectionWaiter(reader, listening);
    moves = [];
    listening.subscribe((move) => moves.push(move));
  });
  afterEach(async () => {
    await notices.close();
    await world.close();
  });
  afterAll(() => postgres.stop());

  it('wait until their own write is visible', async () => {
    await world.project({ projections: [keywordCounts()] });
    const { position } = await world.track('planner');
    expect(await waiter.waitFor(NAME, position, 5_000)).toBe(true);
    expect(await waiter.waitFor(NAME, position, 5_000)).toBe(true);
  });

  it('get false where the projector is not running', async () => {
    await (await world.project({ projections: [keywordCounts()] })).stop();
    const { position } = await world.track('planner');
    expect(await waiter.waitFor(NAME, position, 300)).toBe(false);
    expect(await waiter.waitFor('no-such-projection', 0n, 10)).toBe(false);
  });

  it('are answered too when nothing of the projection lies near the position they wait for', async () => {
    await world.project({ projections: [keywordCounts()] });
    await world.track('planner');
    const { position } = await world.untrack(1);
    expect(await waiter.waitFor(NAME, position, 5_000)).toBe(true);
  });

  it('are answered though events of the projection lie between, asked once while it was still busy', async () => {
    let goOn: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (goOn = resolve));
    let heldUp = false;
    const before = () => {
      heldUp = true;
      return gate;
    };
    await world.project({ projections: [keywordCounts({ before })], batchSize: 1 });
    await world.track('one', 'two', 'three');
    const { position } = await world.untrack(1);
    await until('the first is under way', () => heldUp);
    await askFor(world.orm, { projection: NAME, position });
    const reached = new Promise<void>((resolve) => {
      listening.subscribe((move) => {
        if (move.position >= position) resolve();
      });
    });
    goOn();
    await reached;
  });

  it('see every one of many appends, each as soon as it is asked for', async () => {
    await world.project({ projections: [keywordCounts()] });
    for (let round = 0; round < 200; round += 1) {
      const { position } = await world.track(`keyword ${round}`);
      expect(await waiter.waitFor(NAME, position, 5_000)).toBe(true);
    }
  });

  it('hear which keys moved, or that anything may have when there are too many to name', async () => {
    await world.project({ projections: [keywordCounts()] });
    const { position } = await world.track('planner');
    await until('the move is heard', () => moves.some((move) => move.position === position));
    expect(moves.at(-1)).toEqual({ projection: NAME, position, keys: ['planner'] });
    await world.trackMany(400, (index) => `a long keyword with the number ${index}`);
    await until('the many are heard', () => moves.some((move) => move.keys === null));
  });

  it('ask for the schema of the live build once, and again after a switch', async () => {
    await expect(builds.schemaOf(NAME)).rejects.toThrow('no live build yet');
    await world.project({ projections: [keywordCounts()] });
    expect(await builds.schemaOf(NAME)).toBe('keyword_counts_b1');
    await world.track('planner');
    await requestRebuild(world.orm, NAME);
    await until('the switch is heard', async () => (await builds.schemaOf(NAME)) === 'keyword_counts_b2');
  });

  it('listen again by themselves after PostgreSQL was restarted', async () => {
    await world.project({ projections: [keywordCounts()] });
    await waiter.waitFor(NAME, (await world.track('before')).position, 5_000);
    await postgres.restart();
    await until('the connection is back', () => notices.connected);
    moves.length = 0;
    const { position } = await world.track('after');
    expect(await waiter.waitFor(NAME, position, 10_000)).toBe(true);
    await until('the move is heard', () => moves.some((move) => move.keys?.includes('after') === true));
    expect(await builds.schemaOf(NAME)).toBe('keyword_counts_b1');
  });
});
