import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { rows } from './database/database.js';
import { PARTITIONS, partitionOf } from './partitions/partitions.js';
import { FollowingWorld, keywordTracked, until } from './testing/following-world.js';
import { checkpoints, counted, keywordCounts, shares } from './testing/keyword-counts.js';
import { startTestPostgres, type TestPostgres } from './testing/test-postgres.js';

jest.setTimeout(30_000);

describe('the projector', () => {
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

  const countedEvents = async () => (await counted(world.orm)).events;

  it('applies what is in the log before it starts and what comes after', async () => {
    await world.track('planner', 'sticker');
    await world.project({ projections: [keywordCounts()] });
    await until('the past is applied', async () => (await countedEvents()) === 2);
    await world.track('planner');
    await until('the new event is applied', async () => (await countedEvents()) === 3);
    expect(await counted(world.orm)).toEqual({ events: 3, sum: 3, total: 3 });
  });

  it('(3) a handler that throws never moves the checkpoint', async () => {
    let broken = true;
    const { position } = await world.track('good');
    await world.track('bad');
    const before = () => {
      if (broken) throw new Error('cannot take this');
    };
    const projector = await world.project({ projections: [keywordCounts({ before })] });
    await until('it has given up', async () => (await projector.status())[0]?.status === 'stopped');
    expect(await checkpoints(world.orm)).toEqual([{ build: 1, position: null, events: 0 }]);
    expect(await counted(world.orm)).toEqual({ events: 0, sum: 0, total: 0 });

    await projector.stop();
    broken = false;
    await world.project({ projections: [keywordCounts()] });
    await until('a mended program has applied both', async () => (await countedEvents()) === 2);
    expect(BigInt((await checkpoints(world.orm))[0]?.position ?? -1)).toBeGreaterThan(position);
  });

  it('stops before a poison event, with everything before it applied and its place in the status', async () => {
    await world.track('one', 'two', 'three');
    const poison = await world.track('poison');
    await world.track('five');
    const before = (events: readonly { data: object }[]) => {
      if (events.some((event) => JSON.stringify(event.data).includes('poison')))
        throw new Error('indigestible');
    };
    const projector = await world.project({ projections: [keywordCounts({ before })] });
    await until('it has stopped', async () => (await projector.status())[0]?.status === 'stopped');
    expect(await counted(world.orm)).toEqual({ events: 3, sum: 3, total: 3 });
    const [status] = await projector.status();
    expect(status?.error).toContain(`tracking.KeywordTracked.v1 at position ${poison.position}`);
    expect(status?.error).toContain('indigestible');
  });

  it('steps over a poison event where that is chosen, and shows itself degraded', async () => {
    await world.track('one', 'poison', 'three');
    const before = (events: readonly { data: object }[]) => {
      if (events.some((event) => JSON.stringify(event.data).includes('poison')))
        throw new Error('indigestible');
    };
    const projector = await world.project({ projections: [keywordCounts({ before })], onPoison: 'park' });
    await until('the others are applied', async () => (await countedEvents()) === 2);
    await until('it is degraded', async () => (await projector.status())[0]?.status === 'degraded');
    const parked = await rows(world.orm, 'select event_type, error from following.parked_events');
    expect(parked).toEqual([{ event_type: 'tracking.KeywordTracked.v1', error: 'indigestible' }]);
  });

  it('of two runners that share the work only the one stops whose keys a poison event concerns', async () => {
    const before = (events: readonly { data: object }[]) => {
      if (JSON.stringify(events.map((event) => event.data)).includes('poison'))
        throw new Error('indigestible');
    };
    const projections = [keywordCounts({ shared: true, before })];
    const first = await world.project({ projections });
    await world.project({ projections, orm: await world.anotherOrm() });
    await until('they share it', async () => (await shares(world.orm)).length === 2);
    await world.track('poison');
    await until('one has stopped', async () => (await first.status())[0]?.status === 'stopped');
    const poisoned = partitionOf('poison', PARTITIONS);
    const stopped = await rows<{ partition: number }>(
      world.orm,
      `select partition from following.checkpoints where state = 'stopped' order by 1`,
    );
    expect(stopped).toHaveLength(4);
    expect(stopped.map(({ partition }) => partition)).toContain(poisoned);
    const others = Array.from({ length: 40 }, (_, index) => `keyword ${index}`).filter(
      (keyword) => !stopped.some(({ partition }) => partition === partitionOf(keyword, PARTITIONS)),
    );
    await world.track(...others);
    await until('the other goes on', async () => (await countedEvents()) === others.length);
  });

  it('parks a poison event for the partition that it concerns, and the sums of all others are right', async () => {
    const before = (events: readonly { data: object }[]) => {
      if (JSON.stringify(events.map((event) => event.data)).includes('poison'))
        throw new Error('indigestible');
    };
    const keywords = Array.from({ length: 20 }, (_, index) => `keyword ${index}`);
    await world.track(...keywords, 'poison', ...keywords);
    const projections = [keywordCounts({ shared: true, before })];
    await world.project({ projections, onPoison: 'park' });
    await until('the others are applied', async () => (await countedEvents()) === 40);
    const parked = await rows(world.orm, 'select partition, error from following.parked_events');
    expect(parked).toEqual([{ partition: partitionOf('poison', PARTITIONS), error: 'indigestible' }]);
  });

  it('(4) two runners together: one applies, the other stands by, and the sums are right', async () => {
    const other = await world.anotherOrm();
    const applied = [0, 0];
    const counting = (runner: number) => () => void (applied[runner] = (applied[runner] ?? 0) + 1);
    await world.trackMany(300, (index) => `keyword ${index % 7}`);
    await world.project({ projections: [keywordCounts({ before: counting(0) })], batchSize: 10 });
    await world.project({ projections: [keywordCounts({ before: counting(1) })], batchSize: 10, orm: other });
    for (let round = 0; round < 50; round += 1) await world.track(`keyword ${round % 7}`);
    await until('everything is applied', async () => (await countedEvents()) >= 350);
    expect(await counted(world.orm)).toEqual({ events: 350, sum: 350, total: 350 });
    expect((await checkpoints(world.orm))[0]?.events).toBe(350);
    expect(world.errors).toEqual([]);
  });

  it('(4) a runner goes on where the other one left off when that one ends', async () => {
    const other = await world.anotherOrm();
    const first = await world.project({ projections: [keywordCounts()] });
    await world.project({ projections: [keywordCounts()], orm: other });
    await world.track('one');
    await until('one is applied', async () => (await countedEvents()) === 1);
    await first.stop();
    await world.track('two');
    await until('two is applied', async () => (await countedEvents()) === 2);
    expect(await counted(world.orm)).toEqual({ events: 2, sum: 2, total: 2 });
  });

  it('(8) duplicate observations in the log count once', async () => {
    const twice = keywordTracked('planner');
    await world.eventLog.append('trackedKeyword-a', 'no-stream', [twice]);
    await world.eventLog.append('trackedKeyword-b', 'no-stream', [twice]);
    await world.track('last');
    await world.project({ projections: [keywordCounts()] });
    await until('all three are followed', async () => (await checkpoints(world.orm))[0]?.events === 3);
    expect(await counted(world.orm)).toEqual({ events: 2, sum: 2, total: 2 });
  });

  it('(9) one matching event after very many others: a restart re-reads less than one checkpoint interval', async () => {
    const { position: theOne } = await world.track('planner');
    const first = await world.project({ projections: [keywordCounts()] });
    await until('it is applied', async () => (await countedEvents()) === 1);
    let last = theOne;
    for (let round = 0; round < 20; round += 1) last = (await world.untrack(100)).position;
    const interval = (last - theOne) / 20n;
    const position = async () => BigInt((await checkpoints(world.orm))[0]?.position ?? -1);
    await until(
      'the checkpoint moves though nothing matches',
      async () => (await position()) > last - interval,
    );
    await first.stop();
    const again: unknown[] = [];
    await world.project({ projections: [keywordCounts({ before: (events) => void again.push(...events) })] });
    await world.track('after the restart');
    await until('the new one is applied', async () => (await countedEvents()) === 2);
    expect(again).toHaveLength(1);
  });

  it('stops at an event that the catalogue does not know, with what came before it applied', async () => {
    await world.track('one');
    const { position } = await world.appendUnknown('tracking.KeywordTracked.v99');
    await world.track('three');
    const projector = await world.project({ projections: [keywordCounts()] });
    await until('it has stopped', async () => (await projector.status())[0]?.status === 'stopped');
    expect((await projector.status())[0]?.error).toContain('tracking.KeywordTracked.v99');
    expect((await projector.status())[0]?.error).toContain(`position ${position}`);
    expect(await countedEvents()).toBe(1);
  });

  it('goes on by itself after PostgreSQL was restarted', async () => {
    const projector = await world.project({ projections: [keywordCounts()] });
    await world.track('before');
    await until('the first is applied', async () => (await countedEvents()) === 1);
    await postgres.restart();
    await world.track('after');
    await until('the second is applied', async () => (await countedEvents()) === 2);
    await until('it runs again', async () => (await projector.status())[0]?.status === 'running');
  });

  it('makes one build where two programs start for the first time at once', async () => {
    const other = await world.anotherOrm();
    await world.track('one');
    const projections = [keywordCounts()];
    await Promise.all([world.project({ projections }), world.project({ projections, orm: other })]);
    await until('it is applied', async () => (await countedEvents()) === 1);
    expect(await checkpoints(world.orm)).toHaveLength(1);
  });

  it('refuses to start with two projections of one name', async () => {
    await expect(world.project({ projections: [keywordCounts(), keywordCounts()] })).rejects.toThrow(
      'two projections are called keyword-counts',
    );
  });
});
