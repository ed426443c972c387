import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { UnreadableEvent } from '../errors.js';
import type { EventLog, Followed } from '../event-log.js';
import type { Fault } from '../testing/faults/fault.js';
import { startFaultyProxy, type FaultyProxy } from '../testing/faults/faulty-proxy.js';
import { followed } from '../testing/contract/followed.js';
import { reportedFigures } from '../testing/sample-events.js';
import { openTemporaryStore, type TemporaryStore } from '../testing/temporary-store.js';
import { connectEventLog } from './connect-event-log.js';

const stream = () => `observation-${randomUUID()}`;
const everything = { after: undefined, typePrefixes: ['observation.'] };

describe('a follower of the event log', () => {
  let store: TemporaryStore;
  let direct: EventLog;
  let proxy: FaultyProxy;
  let log: EventLog;
  let trouble: Error[];
  const open = async (fault: Fault) => {
    proxy = await startFaultyProxy(store.connectionString, fault);
    log = connectEventLog(proxy.connectionString, { onTrouble: (error) => trouble.push(error) });
  };
  /** Appends one by one, past the proxy. @returns the stream and the ids in order. */
  const write = async (count: number) => {
    const name = stream();
    const events = Array.from({ length: count }, (_unused, n) => reportedFigures(`event ${n}`));
    for (const [n, event] of events.entries())
      await direct.append(name, n === 0 ? 'no-stream' : n - 1, [event]);
    return { name, ids: events.map(({ id }) => id) };
  };
  const watched = () => ({ log, client: undefined as never, patienceMs: 15_000 });
  beforeEach(async () => {
    trouble = [];
    store = await openTemporaryStore();
    direct = connectEventLog(store.connectionString);
  });
  afterEach(async () => {
    await log.close();
    await direct.close();
    await proxy.close();
    await store.remove();
  });

  it('goes on without a gap or a repeat each time the server ends its subscription for lag', async () => {
    await open({
      name: 'ends every subscription after seven events',
      answer: (answer, call) => {
        if (!call.read?.getOptions()?.hasSubscription() || !answer.hasEvent()) return [answer];
        const count = ((call.memory.get('count') as number | undefined) ?? 0) + 1;
        call.memory.set('count', count);
        return count <= 7 ? [answer] : ['abort'];
      },
    });
    const { name, ids } = await write(100);
    const seen = await followed(watched(), everything, async (got) => {
      await got.until(() => got.events.length >= 100, 'the old events');
      const more = await write(30);
      await got.until(() => got.idsIn(more.name).length >= 30, 'the new events');
    });
    expect(seen.idsIn(name)).toEqual(ids);
    expect(new Set(seen.events.map(({ id }) => id)).size).toBe(seen.events.length);
    expect(trouble.length).toBeGreaterThanOrEqual(130 / 7 - 1);
    expect(trouble[0]?.message).toMatch(/Consumer too slow/);
  });

  it('goes on without a gap or a repeat when connections break again and again', async () => {
    let given = 0;
    await open({
      name: 'breaks every connection soon after each 40th event',
      answer: (answer) => {
        if (answer.hasEvent() && ++given % 40 === 0) setTimeout(() => proxy.drop(), 5);
        return [answer];
      },
    });
    const { name, ids } = await write(200);
    const seen = await followed(watched(), everything, (got) =>
      got.until(() => got.idsIn(name).length >= 200, 'every event'),
    );
    expect(seen.idsIn(name)).toEqual(ids);
  });

  it('goes on without a gap or a repeat when the server is stopped and started again, and has missed nothing', async () => {
    await open({ name: 'none' });
    const before = await write(20);
    const seen = await followed(watched(), everything, async (got) => {
      await got.until(() => got.caughtUp, 'caught up');
      await store.stop();
      await got.until(() => trouble.length >= 3, 'three failures');
      await store.startAgain();
      const after = await write(20).catch(() => write(20)); // its own connection broke, too
      await got.until(() => got.idsIn(after.name).length >= 20, 'the events after the restart');
      expect(got.idsIn(after.name)).toEqual(after.ids);
    });
    expect(seen.idsIn(before.name)).toEqual(before.ids);
    expect(new Set(seen.events.map(({ id }) => id)).size).toBe(seen.events.length);
  });

  it('waits for a server that is not there when it begins', async () => {
    await store.stop();
    await open({ name: 'none' });
    await followed(watched(), everything, async (got) => {
      await got.until(() => trouble.length >= 2, 'two failures');
      await store.startAgain();
      const { name } = await write(1).catch(() => write(1));
      await got.until(() => got.idsIn(name).length >= 1, 'the event');
    });
  });

  it('takes no more memory for a reader that stands still, and gives it everything when it goes on', async () => {
    await open({ name: 'none' });
    const events = Array.from({ length: 1_500 }, (_unused, n) => reportedFigures(`event ${n}`));
    for (const name of [stream(), stream(), stream()])
      await direct.append(
        name,
        'no-stream',
        events.map((event) => ({ ...event, id: randomUUID() })),
      );
    const stopping = new AbortController();
    const following = log.follow({ ...everything, signal: stopping.signal })[Symbol.asyncIterator]();
    await following.next();
    await log.ping(5_000); // the connection still serves others
    const { ids, name } = await write(50);
    let count = 1;
    let last: string | undefined;
    while (last !== ids.at(-1)) {
      const { value } = (await following.next()) as { value: Followed };
      if (value.kind !== 'event') continue;
      count++;
      if (value.event.stream === name) last = value.event.id;
    }
    expect(count).toBe(4_550);
    stopping.abort();
    expect((await following.next()).done).toBe(true);
  });

  it('ends by its signal while it waits for an event, for the server or for its turn', async () => {
    await open({ name: 'none' });
    const ended = async (abortAfterMs: number) => {
      const signal = AbortSignal.timeout(abortAfterMs);
      for await (const item of log.follow({ ...everything, signal }))
        if (item.kind === 'event') return 'event';
      return 'ended';
    };
    expect(await ended(50)).toBe('ended');
    await store.stop();
    expect(await ended(300)).toBe('ended');
    expect(await ended(0)).toBe('ended');
  });

  it('ends when the event log is closed', async () => {
    await open({ name: 'none' });
    const ended = (async () => {
      for await (const item of log.follow({ ...everything, signal: new AbortController().signal }))
        if (item.kind === 'caught-up') void log.close();
      return 'ended';
    })();
    expect(await ended).toBe('ended');
  });

  it('stops at an event that the catalogue cannot read, with its type and position', async () => {
    await open({ name: 'none' });
    await write(2);
    const bare = EventStoreDBClient.connectionString(store.connectionString);
    const { position } = await bare.appendToStream(
      stream(),
      jsonEvent({ type: 'observation.Guessed.v1', data: {} }),
    );
    const following = followed(watched(), everything, (got) =>
      got.until(() => got.events.length > 2, 'a third event'),
    );
    await expect(following).rejects.toThrow(UnreadableEvent);
    await expect(following).rejects.toMatchObject({
      type: 'observation.Guessed.v1',
      position: position?.commit,
    });
    await bare.dispose();
  });
});
