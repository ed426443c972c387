import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { EventLogUnavailable } from '../errors.js';
import type { EventLog } from '../event-log.js';
import { followed } from '../testing/contract/followed.js';
import { checkHistory } from '../testing/history/check-history.js';
import { dangerousHistory, type DangerousHistory } from '../testing/misbehaving/dangerous-history.js';
import {
  appendDangers,
  readDangers,
  silentAboutAnotherOrder,
  subscriptionDangers,
} from '../testing/misbehaving/dangers.js';
import { MisbehavingServer } from '../testing/misbehaving/misbehaving-server.js';
import { reportedFigures } from '../testing/sample-events.js';
import { openTemporaryStore, type TemporaryStore } from '../testing/temporary-store.js';
import { connectEventLog } from './connect-event-log.js';

const deadlines = { appendDeadlineMs: 2_000, silenceMs: 2_000 };
/** Deadlines, and time for a machine that is busy with other things: what hangs, hangs for ever. */
const LONGEST_MS = 20_000;
const AT_ONCE = 6;
const dangers = [...appendDangers(), ...readDangers(), ...subscriptionDangers()];

describe('the event log before a server that', () => {
  const outcomes = new Map<string, DangerousHistory>();
  // They wait for deadlines most of the time: several at once take no longer than one.
  beforeAll(async () => {
    const left = [...dangers];
    const worker = async () => {
      for (let danger = left.shift(); danger; danger = left.shift())
        outcomes.set(danger.name, await dangerousHistory(danger, { seed: 11, steps: 12 }, deadlines));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  }, 300_000);

  it.each(dangers.map((danger) => [danger.name, danger] as const))(
    '%s: loses, doubles and moves nothing, and answers in time',
    (name, danger) => {
      const { history, longestMs } = outcomes.get(name) ?? {};
      expect(history && checkHistory(history)).toEqual([]);
      expect(danger.struck).toBeGreaterThan(0);
      expect(longestMs).toBeLessThan(LONGEST_MS);
    },
  );
});

describe('the event log before a server', () => {
  let store: TemporaryStore;
  let server: MisbehavingServer;
  let log: EventLog;
  beforeEach(async () => {
    store = await openTemporaryStore();
    server = await MisbehavingServer.start(store.connectionString);
    log = connectEventLog(server.connectionString, deadlines);
  });
  afterEach(async () => {
    await log.close();
    await server.stop();
    await store.remove();
  });

  it('that never answers known events in another order: says so in time, and goes on', async () => {
    server.misbehave(silentAboutAnotherOrder());
    const stream = `observation-${randomUUID()}`;
    const events = [reportedFigures('a'), reportedFigures('b')];
    await log.append(stream, 'no-stream', events);
    await expect(log.append(stream, 'any', [...events].reverse())).rejects.toThrow(
      /no answer within 2000 ms/,
    );
    await expect(log.append(stream, 1, [reportedFigures('c')])).resolves.toMatchObject({ revision: 2 });
  });

  it('that starts slowly: fails in time while it does, and goes on without a gap once it is there', async () => {
    const wake = server.sleep();
    const stream = `observation-${randomUUID()}`;
    const events = [reportedFigures('a'), reportedFigures('b')];
    const everything = { after: undefined, typePrefixes: ['observation.'] };
    const watched = { log, client: undefined as never, patienceMs: 20_000 };
    const seen = await followed(watched, everything, async (got) => {
      await expect(log.ping(500)).rejects.toThrow(EventLogUnavailable);
      await expect(log.append(stream, 'no-stream', events)).rejects.toThrow(EventLogUnavailable);
      await expect(log.head()).rejects.toThrow(EventLogUnavailable);
      wake();
      await expect(log.append(stream, 'no-stream', events)).resolves.toMatchObject({ revision: 1 });
      await got.until(() => got.idsIn(stream).length >= 2, 'the events');
    });
    expect(seen.idsIn(stream)).toEqual(events.map(({ id }) => id));
  });
});
