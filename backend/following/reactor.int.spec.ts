import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { AnyRecordedEvent } from '../event-log/event-log.js';
import type { Reaction } from './reaction.js';
import { reactionsStatus, startReactor, type Reactor } from './runner/start-reactor.js';
import { FollowingWorld, until } from './testing/following-world.js';
import { startTestPostgres, type TestPostgres } from './testing/test-postgres.js';

jest.setTimeout(30_000);

describe('the reactor', () => {
  let postgres: TestPostgres;
  let world: FollowingWorld;
  let reactors: Reactor[];
  let effects: string[];
  beforeAll(async () => {
    postgres = await startTestPostgres();
  }, 60_000);
  beforeEach(async () => {
    world = await FollowingWorld.open(postgres);
    reactors = [];
    effects = [];
  });
  afterEach(async () => {
    await Promise.all(reactors.map((reactor) => reactor.stop()));
    await world.close();
  });
  afterAll(() => postgres.stop());

  function announce(react?: (keyword: string) => void): Reaction {
    return {
      name: 'announce',
      eventTypes: ['tracking.KeywordTracked.v1'],
      react(event: AnyRecordedEvent) {
        const keyword = 'keyword' in event.data ? event.data.keyword : '';
        react?.(keyword);
        effects.push(keyword);
        return Promise.resolve();
      },
    };
  }
  async function react(reaction: Reaction, orm = world.orm): Promise<Reactor> {
    const onError = (error: Error) => void world.errors.push(error);
    const reactor = await startReactor({ orm, eventLog: world.eventLog, reactions: [reaction], onError });
    reactors.push(reactor);
    return reactor;
  }

  it('does each effect once and in order, from the first event on', async () => {
    await world.track('one', 'two');
    await react(announce());
    await until('the past is done', () => effects.length === 2);
    await world.track('three');
    await until('the new one is done', () => effects.length === 3);
    expect(effects).toEqual(['one', 'two', 'three']);
  });

  it('does nothing again after a restart', async () => {
    await world.track('one');
    const first = await react(announce());
    await until('one is done', async () => (await reactionsStatus(world.orm))[0]?.eventsCounted === 1);
    await first.stop();
    await react(announce());
    await world.track('two');
    await until('two is done', () => effects.includes('two'));
    expect(effects).toEqual(['one', 'two']);
  });

  it('tries an effect that fails again, shows why, and keeps the order', async () => {
    await world.track('one', 'two', 'three');
    let failures = 0;
    await react(
      announce((keyword) => {
        if (keyword === 'two' && (failures += 1) <= 3) throw new Error('the queue is away');
      }),
    );
    await until(
      'the trouble shows',
      async () => (await reactionsStatus(world.orm))[0]?.status === 'retrying',
    );
    expect((await reactionsStatus(world.orm))[0]?.error).toContain('the queue is away');
    await until('all are done', () => effects.length === 3);
    expect(effects).toEqual(['one', 'two', 'three']);
    expect(world.errors.map((error) => error.message)).toContain('reaction announce: the queue is away');
    await until('it runs again', async () => (await reactionsStatus(world.orm))[0]?.status === 'running');
  });

  it('does each effect once where two reactors run', async () => {
    await react(announce());
    await react(announce(), await world.anotherOrm());
    const keywords = Array.from({ length: 30 }, (_, index) => `keyword ${index}`);
    await world.track(...keywords);
    await until('all are counted', async () => (await reactionsStatus(world.orm))[0]?.eventsCounted === 30);
    expect(effects).toEqual(keywords);
  });

  it('goes on by itself after PostgreSQL was restarted', async () => {
    await react(announce());
    await world.track('before');
    await until('before is done', () => effects.includes('before'));
    await postgres.restart();
    await world.track('after');
    await until('after is done', () => effects.includes('after'));
  });
});
