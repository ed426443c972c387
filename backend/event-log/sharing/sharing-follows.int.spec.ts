import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { AnyNewEvent, EventLog, Followed, FollowOptions } from '../event-log.js';
import { connectEventLog } from '../eventstoredb/connect-event-log.js';
import { sharingFollows } from './sharing-follows.js';
import { reportedFigures, trackedKeyword } from '../testing/sample-events.js';
import { openTemporaryStore, type TemporaryStore } from '../testing/temporary-store.js';

const REPORTS = ['observation.MetricsReported.v'];
const TRACKED = ['tracking.KeywordTracked.v'];

describe('followers from the first event that share a subscription', () => {
  let store: TemporaryStore;
  let log: EventLog;
  /** What was asked of the log itself. */
  let asked: FollowOptions[];
  let shared: EventLog;
  let stopping: AbortController;
  beforeEach(async () => {
    store = await openTemporaryStore();
    log = connectEventLog(store.connectionString);
    asked = [];
    stopping = new AbortController();
    shared = sharing();
    await write(600);
  });
  afterEach(async () => {
    stopping.abort();
    await log.close();
    await store.remove();
  });

  const sharing = (options: { patienceMs?: number } = {}) => {
    const counting = (wanted: FollowOptions) => {
      asked.push(wanted);
      return log.follow(wanted);
    };
    return sharingFollows({ ...log, follow: counting }, { shortBefore: 0n, ...options });
  };

  /** Reports and, every third event, a tracked keyword. */
  async function write(count: number): Promise<void> {
    const events = Array.from({ length: count }, (_, i): AnyNewEvent =>
      i % 3 === 2 ? trackedKeyword() : reportedFigures(),
    );
    for (const [category, type] of [
      ['observation', REPORTS],
      ['trackedKeyword', TRACKED],
    ] as const) {
      const ours = events.filter((event) => event.type.startsWith(type[0] ?? ''));
      await log.append(`${category}-${randomUUID()}`, 'no-stream', ours);
    }
  }

  /** Positions of the events until it has caught up, and on until there are so many. */
  async function follow(
    typePrefixes: readonly string[],
    {
      on = shared,
      atLeast = 0,
      each,
    }: { on?: EventLog; atLeast?: number; each?: (item: Followed) => Promise<void> } = {},
  ): Promise<bigint[]> {
    const positions: bigint[] = [];
    let caughtUp = false;
    for await (const item of on.follow({ after: undefined, typePrefixes, signal: stopping.signal })) {
      await each?.(item);
      if (item.kind === 'event') positions.push(item.event.position);
      caughtUp ||= item.kind === 'caught-up';
      if (caughtUp && positions.length >= atLeast) break;
    }
    return positions;
  }

  it('each get what they would get alone, by one subscription', async () => {
    const together = await Promise.all([follow(REPORTS), follow(TRACKED), follow([...REPORTS, ...TRACKED])]);
    expect(asked).toHaveLength(1);
    const alone = [];
    for (const types of [REPORTS, TRACKED, [...REPORTS, ...TRACKED]])
      alone.push(await follow(types, { on: log }));
    expect(together).toEqual(alone);
    expect(together.map(({ length }) => length)).toEqual([400, 200, 600]);
  });

  it('hear of what comes after they have caught up', async () => {
    let caughtUp = 0;
    const each = async (item: Followed) => {
      if (item.kind === 'caught-up' && ++caughtUp === 2) await write(300);
    };
    const [reports, tracked] = await Promise.all([
      follow(REPORTS, { atLeast: 600, each }),
      follow(TRACKED, { atLeast: 300, each }),
    ]);
    expect([reports.length, tracked.length]).toEqual([600, 300]);
    expect(asked).toHaveLength(1);
  });

  it('go on alone, without a gap or a repeat, when the shared subscription fails', async () => {
    let failed = false;
    const failing = {
      ...log,
      async *follow(wanted: FollowOptions) {
        asked.push(wanted);
        let given = 0;
        for await (const item of log.follow(wanted)) {
          if (!failed && given++ === 250) {
            failed = true;
            throw new Error('nobody can read on');
          }
          yield item;
        }
      },
    };
    const on = sharingFollows(failing, { shortBefore: 0n });
    const [reports, tracked] = await Promise.all([follow(REPORTS, { on }), follow(TRACKED, { on })]);
    expect(asked).toHaveLength(3);
    expect(reports).toEqual(await follow(REPORTS, { on: log }));
    expect(tracked).toEqual(await follow(TRACKED, { on: log }));
  });

  it('are not held up for ever by one that takes nothing, which then goes on alone', async () => {
    await write(3_000);
    await write(3_000);
    const on = sharing({ patienceMs: 50 });
    let quickDone: () => void = () => undefined;
    const quick = new Promise<void>((resolve) => (quickDone = resolve));
    const [slow, tracked] = await Promise.all([
      follow(REPORTS, { on, each: () => quick }),
      follow(TRACKED, { on }).finally(quickDone),
    ]);
    expect(asked).toHaveLength(2);
    expect(slow).toEqual(await follow(REPORTS, { on: log }));
    expect(tracked).toEqual(await follow(TRACKED, { on: log }));
  });

  it('one that leaves ends nothing for the others', async () => {
    const leaving = new AbortController();
    const left = (async () => {
      for await (const item of shared.follow({
        after: undefined,
        typePrefixes: REPORTS,
        signal: leaving.signal,
      }))
        if (item.kind === 'event') leaving.abort();
    })();
    const [tracked] = await Promise.all([follow(TRACKED), left]);
    expect(tracked).toEqual(await follow(TRACKED, { on: log }));
  });

  it('that begin later in the log, or with a short one, are left alone', async () => {
    const [, tenth] = [0, (await follow(REPORTS, { on: log }))[9]];
    const signal = stopping.signal;
    for await (const item of shared.follow({ after: tenth, typePrefixes: REPORTS, signal }))
      if (item.kind === 'caught-up') break;
    await follow(REPORTS, {
      on: sharingFollows({ ...log, follow: (wanted) => (asked.push(wanted), log.follow(wanted)) }),
    });
    expect(asked.map(({ after }) => after)).toEqual([tenth, undefined]);
  });
});
