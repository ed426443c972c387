import { excludeSystemEvents } from '@eventstore/db-client';
import assert from 'node:assert/strict';
import {
  append,
  ELSEWHERE,
  freshStream,
  happened,
  happenedTimes,
  streamOf,
  type ContractCase,
  type StoreUnderTest,
} from './contract-case.js';
import { watchAll, WatchedSubscription, watchStream, type AllFilter } from './watched-subscription.js';

const upTo = (count: number) => [...Array(count).keys()];

interface Place {
  readonly revision: bigint;
  readonly position: bigint;
}

/** Breaks a subscription off among its events, while more are written, and goes on from the last one seen; three times. */
const resumed = (
  to: string,
  watch: (store: StoreUnderTest, stream: string, after: Place | undefined) => WatchedSubscription,
): ContractCase => ({
  name: `a subscription to ${to} that breaks off and goes on after its last event, again and again, misses and repeats nothing`,
  run: async (store) => {
    const { stream } = await streamOf(store, 200);
    const seen: number[] = [];
    let after: Place | undefined;
    for (const enough of [50, 205, 225, 260]) {
      const watched = watch(store, stream, after);
      const writing = append(store, stream, happenedTimes(20));
      await watched.until(() => seen.length + watched.revisions.length >= enough, `${enough} events`);
      await watched.subscription.unsubscribe();
      seen.push(...watched.revisions);
      const position = watched.positions.at(-1) ?? after?.position ?? -1n;
      after = { revision: BigInt(seen.at(-1) ?? -1), position };
      await writing;
    }
    const rest = watch(store, stream, after);
    await rest.until(() => seen.length + rest.revisions.length >= 280, 'the rest');
    assert.deepEqual([...seen, ...rest.revisions], upTo(280));
    await rest.subscription.unsubscribe();
  },
});

export const furtherSubscriptionCases: readonly ContractCase[] = [
  resumed('a stream', (store, stream, after) => watchStream(store, stream, after?.revision)),
  resumed('$all', (store, stream, after) =>
    watchAll(store, after?.position ?? 'start', { on: 'stream', prefixes: [stream] }),
  ),
  {
    name: 'a subscription from beyond the end waits, and the events before that place do not come',
    run: async (store) => {
      const { stream } = await streamOf(store, 3);
      const [beyond, live] = [watchStream(store, stream, 9n), watchStream(store, stream, 'end')];
      await beyond.until(() => beyond.count('caughtUp') > 0, 'caught up');
      await live.until(() => live.count('caughtUp') > 0, 'caught up');
      await append(store, stream, happenedTimes(2));
      await live.until(() => live.revisions.length >= 2, 'the live events');
      assert.deepEqual([beyond.revisions, beyond.error], [[], undefined]);
      await Promise.all([beyond.subscription.unsubscribe(), live.subscription.unsubscribe()]);
    },
  },
  {
    name: 'a subscription to $all from its start gives the oldest events first',
    run: async (store) => {
      const { stream } = await streamOf(store, 3);
      const watched = watchAll(store, 'start', { on: 'stream', prefixes: [stream] });
      await watched.until(() => watched.revisions.length >= 3, 'the old events');
      assert.deepEqual(watched.revisions, [0, 1, 2]);
      await watched.subscription.unsubscribe();
    },
  },
  {
    name: 'a subscription to $all without a filter gives every event, those of metadata too',
    run: async (store) => {
      const { stream, commit } = await streamOf(store, 1);
      const fromPosition = { commit, prepare: commit };
      const watched = new WatchedSubscription(
        store.client.subscribeToAll({ fromPosition }),
        store.patienceMs,
      );
      const mine = () => watched.streams.filter((name) => name.endsWith(stream));
      await store.client.setStreamMetadata(stream, { maxCount: 5 });
      await append(store, stream, [happened(1)]);
      await watched.until(() => mine().length >= 2, 'both events');
      assert.deepEqual(mine(), [`$$${stream}`, stream]);
      await watched.subscription.unsubscribe();
    },
  },
  {
    name: 'a subscription to $all without system events leaves out those of metadata',
    run: async (store) => {
      const { stream, commit } = await streamOf(store, 1);
      const fromPosition = { commit, prepare: commit };
      const watched = new WatchedSubscription(
        store.client.subscribeToAll({ fromPosition, filter: excludeSystemEvents() }),
        store.patienceMs,
      );
      await store.client.setStreamMetadata(stream, { maxCount: 5 });
      await append(store, stream, [happened(1)]);
      const mine = () => watched.streams.filter((name) => name.endsWith(stream));
      await watched.until(() => mine().includes(stream), 'the event');
      assert.deepEqual(mine(), [stream]);
      await watched.subscription.unsubscribe();
    },
  },
  {
    name: 'a longer interval between checkpoints gives fewer of them, old and live',
    run: async (store) => {
      const { commit } = await append(store, freshStream(), happenedTimes(1, ELSEWHERE));
      await append(store, freshStream(), happenedTimes(800, ELSEWHERE));
      const nothing: AllFilter = { on: 'type', prefixes: ['nobody-writes-this'] };
      const often = watchAll(store, commit, nothing, { checkpointInterval: 1, maxSearchWindow: 32 });
      const rarely = watchAll(store, commit, nothing, { checkpointInterval: 4, maxSearchWindow: 50 });
      await often.until(() => often.checkpoints.length >= 20, 'twenty checkpoints');
      const { commit: last } = await append(store, freshStream(), happenedTimes(800, ELSEWHERE));
      for (const watched of [often, rarely]) {
        const near = last - ((last - commit) * 3n) / 8n;
        await watched.until(() => watched.checkpoints.some((at) => at > near), 'a checkpoint near the end');
      }
      // Each sixth or so: how many exactly is the store's business.
      assert.ok(rarely.checkpoints.length * 3 < often.checkpoints.length, `${rarely.checkpoints.length}`);
      await Promise.all([often.subscription.unsubscribe(), rarely.subscription.unsubscribe()]);
    },
  },
  {
    name: 'two filtered subscriptions of one client get their own events each',
    run: async (store) => {
      const streams = [freshStream(), freshStream()] as const;
      const { commit } = await append(store, freshStream(), [happened(0)]);
      const watched = streams.map((stream) => watchAll(store, commit, { on: 'stream', prefixes: [stream] }));
      for (let n = 0; n < 5; n++)
        await Promise.all(streams.map((stream) => append(store, stream, [happened(n)])));
      for (const [index, one] of watched.entries()) {
        await one.until(() => one.revisions.length >= 5, 'five events');
        assert.deepEqual(one.revisions, upTo(5));
        assert.deepEqual([...new Set(one.streams)], [streams[index]]);
        await one.subscription.unsubscribe();
      }
    },
  },
];
