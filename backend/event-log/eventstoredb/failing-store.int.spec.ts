import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { EventLogUnavailable } from '../errors.js';
import type { EventLog } from '../event-log.js';
import type { Fault } from '../testing/faults/fault.js';
import { startFaultyProxy, type FaultyProxy } from '../testing/faults/faulty-proxy.js';
import { reportedFigures } from '../testing/sample-events.js';
import { openTemporaryStore, type TemporaryStore } from '../testing/temporary-store.js';
import { connectEventLog } from './connect-event-log.js';

const stream = () => `observation-${randomUUID()}`;
const idsIn = async (log: EventLog, name: string) => {
  const ids: string[] = [];
  for await (const event of log.readStream(name)) ids.push(event.id);
  return ids;
};

describe('the event log before a store that misbehaves', () => {
  let store: TemporaryStore;
  let proxy: FaultyProxy;
  let log: EventLog;
  let trouble: Error[];
  const open = async (fault: Fault, appendDeadlineMs = 300) => {
    proxy = await startFaultyProxy(store.connectionString, fault);
    log = connectEventLog(proxy.connectionString, {
      appendDeadlineMs,
      onTrouble: (error) => trouble.push(error),
    });
  };
  beforeEach(async () => {
    trouble = [];
    store = await openTemporaryStore();
  });
  afterEach(async () => {
    await log.close();
    await proxy.close();
    await store.remove();
  });

  it('says that the store is unavailable when an append is not answered in time', async () => {
    await open({ name: 'never answers', appended: () => [] });
    const started = performance.now();
    await expect(log.append(stream(), 'no-stream', [reportedFigures()])).rejects.toThrow(
      /no answer within 300 ms/,
    );
    expect(performance.now() - started).toBeLessThan(3_000);
    expect(trouble).toHaveLength(1);
  });

  it('repeats an append that was stored but not answered without storing it twice', async () => {
    let answers = false;
    await open({ name: 'answers later', appended: (answer) => (answers ? [answer] : []) });
    const [name, events] = [stream(), [reportedFigures('a'), reportedFigures('b')]];
    await expect(log.append(name, 'no-stream', events)).rejects.toThrow(EventLogUnavailable);
    answers = true;
    await expect(log.append(name, 'no-stream', events)).resolves.toMatchObject({ revision: 1 });
    expect(await idsIn(log, name)).toEqual(events.map(({ id }) => id));
  });

  it('repeats an append with no-stream or its exact revision safely on a store that has forgotten its ids', async () => {
    await open({ name: 'none' }, 5_000);
    const [name, first, second] = [stream(), [reportedFigures('a')], [reportedFigures('b')]];
    await log.append(name, 'no-stream', first);
    await log.append(name, 0, second);
    await store.stop();
    await store.startAgain();
    await idsIn(log, name).catch(() => undefined); // the first call notices that the server was away
    await expect(log.append(name, 'no-stream', first)).resolves.toMatchObject({ revision: 0 });
    await expect(log.append(name, 0, second)).resolves.toMatchObject({ revision: 1 });
    expect(await idsIn(log, name)).toHaveLength(2);
  });

  it('fails its ping while appends are stuck, and no longer once one is answered', async () => {
    let answers = false;
    await open({ name: 'answers later', appended: (answer) => (answers ? [answer] : []) }, 500);
    await log.ping(2_000);
    await expect(log.append(stream(), 'any', [reportedFigures()])).rejects.toThrow(EventLogUnavailable);
    await expect(log.ping(2_000)).rejects.toThrow(/did not answer an append/);
    answers = true;
    await log.append(stream(), 'any', [reportedFigures()]);
    await log.ping(2_000);
  });

  it('rejects the other appends in flight when one stays unanswered, and takes new ones at once', async () => {
    let swallowed = 0;
    await open({ name: 'swallows the first', appended: (answer) => (swallowed++ === 0 ? [] : [answer]) });
    const first = log.append(stream(), 'no-stream', [reportedFigures()]);
    await expect(first).rejects.toThrow(EventLogUnavailable);
    await expect(log.append(stream(), 'no-stream', [reportedFigures()])).resolves.toMatchObject({
      revision: 0,
    });
  });

  it('passes over a second answer to the same append', async () => {
    await open({ name: 'answers twice', appended: (answer) => [answer, answer] });
    for (let n = 0; n < 5; n++)
      await expect(log.append(stream(), 'no-stream', [reportedFigures()])).resolves.toMatchObject({
        revision: 0,
      });
  });

  it('rejects every append in flight when the server is killed, and none of them is lost from sight', async () => {
    await open({ name: 'never answers', appended: () => [] }, 20_000);
    const appends = Array.from({ length: 200 }, () =>
      log.append(stream(), 'no-stream', [reportedFigures('x'.repeat(90))]),
    );
    const outcomes = Promise.allSettled(appends);
    await log.ping(5_000); // the calls are under way
    proxy.drop();
    for (const outcome of await outcomes) {
      expect(outcome.status).toBe('rejected');
      expect((outcome as PromiseRejectedResult).reason).toBeInstanceOf(EventLogUnavailable);
    }
  });

  it('fails at once while the server is away, and works again as soon as it is back', async () => {
    await open({ name: 'none' }, 5_000);
    await log.append(stream(), 'no-stream', [reportedFigures()]);
    await store.stop();
    for (let n = 0; n < 5; n++) {
      const started = performance.now();
      await expect(log.append(stream(), 'no-stream', [reportedFigures()])).rejects.toThrow(
        EventLogUnavailable,
      );
      await expect(log.ping(1_000)).rejects.toThrow(EventLogUnavailable);
      expect(performance.now() - started).toBeLessThan(3_000);
    }
    await store.startAgain();
    await log.ping(2_000);
    await expect(log.append(stream(), 'no-stream', [reportedFigures()])).resolves.toMatchObject({
      revision: 0,
    });
  });

  it('never gives a part of a stream as the whole when the connection breaks in the middle of a read', async () => {
    let given = 0;
    await open({
      name: 'breaks in the middle',
      answer: (answer) => {
        if (answer.hasEvent() && ++given === 50) proxy.drop();
        return [answer];
      },
    });
    const name = stream();
    const events = Array.from({ length: 400 }, (_unused, n) => reportedFigures(`event ${n}`));
    await log.append(name, 'no-stream', events);
    await expect(idsIn(log, name)).rejects.toThrow(EventLogUnavailable);
  });

  it('survives that a read is left in the middle and the server goes away afterwards', async () => {
    await open({ name: 'none' });
    const name = stream();
    await log.append(
      name,
      'no-stream',
      Array.from({ length: 400 }, () => reportedFigures()),
    );
    for await (const event of log.readStream(name)) if (event.revision === 3) break;
    proxy.drop();
    await expect(log.ping(1_000).catch(() => log.ping(1_000))).resolves.toBeUndefined();
  });
});

describe('the event log before a server that takes connections and says nothing', () => {
  it('fails its ping and its appends in time', async () => {
    const sockets = new Set<Socket>();
    const silent = createServer((socket) => sockets.add(socket));
    silent.listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const log = connectEventLog(`esdb://127.0.0.1:${(silent.address() as AddressInfo).port}?tls=false`, {
      appendDeadlineMs: 200,
    });
    await expect(log.ping(200)).rejects.toThrow(/did not answer within 200 ms/);
    await expect(log.append(stream(), 'any', [reportedFigures()])).rejects.toThrow(/no answer within 200 ms/);
    await log.close();
    for (const socket of sockets) socket.destroy();
    silent.close();
  });
});
