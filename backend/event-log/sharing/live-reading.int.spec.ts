import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { connectEventLog } from '../eventstoredb/connect-event-log.js';
import type { AnyNewEvent, EventLog, Followed, FollowOptions } from '../event-log.js';
import { reportedFigures, trackedKeyword } from '../testing/sample-events.js';
import { openTemporaryStore, type TemporaryStore } from '../testing/temporary-store.js';
import { sharingFollows } from './sharing-follows.js';

const REPORTS = ['observation.MetricsReported.v'];
const TRACKED = ['tracking.KeywordTracked.v'];
const ALL = [...REPORTS, ...TRACKED];
const PATIENCE_MS = 10_000;

describe('followers that have caught up', () => {
  let store: TemporaryStore;
  let log: EventLog;
  /** Subscriptions to the log itself that are open. */
  let open: number;
  let shared: EventLog;
  let stopping: AbortController;
  beforeEach(async () => {
    store = await openTemporaryStore();
    log = connectEventLog(store.connectionString);
    open = 0;
    stopping = new AbortController();
    shared = sharingFollows({ ...log, follow: counted }, { live: ALL });
    await write(30);
  });
  afterEach(async () => {
    stopping.abort();
    await log.close();
    await store.remove();
  });

  async function* counted(wanted: FollowOptions): AsyncGenerator<Followed, void, undefined> {
    open += 1;
    try {
      yield* log.follow(wanted);
    } finally {
      open -= 1;
    }
  }

  /** Every third a tracked keyword. */
  async function write(count: number): Promise<void> {
    for (let i = 0; i < count; i += 1) {
      const event: AnyNewEvent = i % 3 === 2 ? trackedKeyword() : reportedFigures();
      const category = i % 3 === 2 ? 'trackedKeyword' : 'observation';
      await log.append(`${category}-${randomUUID()}`, 'no-stream', [event]);
    }
  }

  async function positionsOf(types: readonly string[]): Promise<bigint[]> {
    const positions: bigint[] = [];
    for await (const { type, position } of log.readAll())
      if (types.some((prefix) => type.startsWith(prefix))) positions.push(position);
    return positions;
  }

  async function until(condition: () => boolean): Promise<void> {
    const deadline = performance.now() + PATIENCE_MS;
    while (!condition() && performance.now() < deadline) await new Promise((turn) => setTimeout(turn, 5));
    expect(condition()).toBe(true);
  }

  function start(typePrefixes: readonly string[], each?: () => Promise<void>) {
    const seen = { positions: [] as bigint[], checkpoints: [] as bigint[], caughtUp: 0 };
    void (async () => {
      const wanted = { after: undefined, typePrefixes, signal: stopping.signal };
      for await (const item of shared.follow(wanted)) {
        if (item.kind === 'event') seen.positions.push(item.event.position);
        else if (item.kind === 'checkpoint') seen.checkpoints.push(item.position);
        else seen.caughtUp += 1;
        await each?.();
      }
    })();
    return seen;
  }

  it('share one subscription, and each gets everything it asked for once and in order', async () => {
    const followers = [start(REPORTS), start(TRACKED), start(ALL)];
    await until(() => followers.every(({ caughtUp }) => caughtUp > 0));
    await write(90);
    const wanted = await Promise.all([REPORTS, TRACKED, ALL].map(positionsOf));
    await until(() => followers.every(({ positions }, n) => positions.length >= (wanted[n]?.length ?? 0)));
    expect(followers.map(({ positions }) => positions)).toEqual(wanted);
    await until(() => open === 1);
    stopping.abort();
    await until(() => open === 0);
  });

  it('that hear of nothing of theirs are told how far the log has come', async () => {
    const tracked = start(TRACKED);
    const all = start(ALL);
    await until(() => tracked.caughtUp > 0 && all.caughtUp > 0);
    for (let i = 0; i < 300; i += 1)
      await log.append(`observation-${randomUUID()}`, 'no-stream', [reportedFigures()]);
    await until(() => all.positions.length === 330);
    const before = all.positions[20] ?? 0n;
    await until(() => tracked.checkpoints.some((position) => position > before));
    expect(tracked.positions).toEqual(await positionsOf(TRACKED));
  });

  it('are not held up by one that is slow, which misses nothing and doubles nothing', async () => {
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    let isHeld = false;
    const slow = start(ALL, () => (isHeld ? released : Promise.resolve()));
    const quick = start(REPORTS);
    await until(() => slow.caughtUp > 0 && quick.caughtUp > 0);
    isHeld = true;
    const many = Array.from({ length: 2_600 }, () => reportedFigures());
    await log.append(`observation-${randomUUID()}`, 'no-stream', many);
    await until(() => quick.positions.length === 2_620);
    expect(slow.positions.length).toBeLessThan(100);
    release();
    await until(() => slow.positions.length === 2_630);
    await write(3);
    await until(() => slow.positions.length === 2_633);
    expect(slow.positions).toEqual(await positionsOf(ALL));
  });

  it('go on after the shared subscription has failed', async () => {
    let failing = false;
    const fails = {
      ...log,
      async *follow(wanted: FollowOptions) {
        for await (const item of counted(wanted)) {
          if (failing && item.kind === 'event') {
            failing = false;
            throw new Error('nobody can read on');
          }
          yield item;
        }
      },
    };
    shared = sharingFollows(fails, { live: ALL });
    const followers = [start(REPORTS), start(ALL)];
    await until(() => followers.every(({ caughtUp }) => caughtUp > 0));
    await write(3);
    await until(() => followers[1]?.positions.length === 33 && open === 1);
    failing = true;
    await write(30);
    const wanted = await Promise.all([REPORTS, ALL].map(positionsOf));
    await until(() => followers.every(({ positions }, n) => positions.length >= (wanted[n]?.length ?? 0)));
    expect(followers.map(({ positions }) => positions)).toEqual(wanted);
  });
});
