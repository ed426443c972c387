import assert from 'node:assert/strict';
import {
  append,
  ELSEWHERE,
  freshStream,
  happened,
  HAPPENED,
  happenedTimes,
  streamOf,
  type ContractCase,
} from './contract-case.js';
import { watchAll, watchStream, type AllFilter } from './watched-subscription.js';

const upTo = (count: number) => [...Array(count).keys()];

const filtered = (words: string, passing: (stream: string) => AllFilter): ContractCase => ({
  name: `a subscription to $all with a filter by ${words} gives what passes, old and live, and nothing else`,
  run: async (store) => {
    const stream = freshStream();
    const { commit } = await append(store, freshStream(), [happened(0)]);
    const write = async () => {
      await append(store, stream, [happened(0)]);
      await append(store, `other${stream}`, [happened(0, ELSEWHERE)]);
    };
    await write();
    const watched = watchAll(store, commit, passing(stream));
    const mine = () => watched.streams.filter((name) => name.endsWith(stream));
    await watched.until(() => watched.count('caughtUp') > 0, 'caught up');
    assert.deepEqual(mine(), [stream]);
    await write();
    await write();
    await watched.until(() => mine().length >= 3, 'the live events');
    assert.deepEqual(mine(), [stream, stream, stream]);
    await watched.subscription.unsubscribe();
  },
});

export const subscriptionCases: readonly ContractCase[] = [
  {
    name: 'a subscription to a stream gives the old events, says that it caught up, and gives the new ones',
    run: async (store) => {
      const { stream } = await streamOf(store, 3);
      const watched = watchStream(store, stream);
      await watched.until(() => watched.count('caughtUp') > 0, 'caught up');
      await append(store, stream, happenedTimes(2));
      await watched.until(() => watched.revisions.length >= 5, 'the live events');
      assert.deepEqual(watched.log, ['confirmation', 0, 1, 2, 'caughtUp', 3, 4]);
      await watched.subscription.unsubscribe();
    },
  },
  {
    name: 'a subscription from a revision starts after it',
    run: async (store) => {
      const { stream } = await streamOf(store, 4);
      const watched = watchStream(store, stream, 1n);
      await watched.until(() => watched.count('caughtUp') > 0, 'caught up');
      assert.deepEqual(watched.revisions, [2, 3]);
      await watched.subscription.unsubscribe();
    },
  },
  {
    name: 'a subscription from the end gives new events alone',
    run: async (store) => {
      const { stream } = await streamOf(store, 3);
      const watched = watchStream(store, stream, 'end');
      await watched.until(() => watched.count('caughtUp') > 0, 'caught up');
      await append(store, stream, [happened(3)]);
      await watched.until(() => watched.revisions.length > 0, 'the live event');
      assert.deepEqual(watched.revisions, [3]);
      await watched.subscription.unsubscribe();
    },
  },
  {
    name: 'a subscription to a stream that is not there yet waits for its first event',
    run: async (store) => {
      const stream = freshStream();
      const watched = watchStream(store, stream);
      await watched.until(() => watched.count('confirmation') > 0, 'confirmation');
      await append(store, stream, [happened(0)]);
      await watched.until(() => watched.revisions.length > 0, 'the first event');
      assert.deepEqual(watched.revisions, [0]);
      await watched.subscription.unsubscribe();
    },
  },
  {
    name: 'a subscription that joins while a stream is being written gives each event once, in order',
    run: async (store) => {
      const { stream } = await streamOf(store, 200);
      const watched = watchStream(store, stream);
      const writing = Promise.all(upTo(40).map((n) => append(store, stream, [happened(n)])));
      await watched.until(() => watched.revisions.length >= 240, 'every event');
      await writing;
      assert.deepEqual(watched.revisions, upTo(240));
      await watched.subscription.unsubscribe();
    },
  },
  {
    name: 'a subscription to a soft-deleted stream that goes on gives what is left of it',
    run: async (store) => {
      const { stream } = await streamOf(store, 2);
      await store.client.deleteStream(stream);
      await append(store, stream, happenedTimes(2));
      const watched = watchStream(store, stream);
      await watched.until(() => watched.revisions.length >= 2, 'the events that are left');
      assert.deepEqual(watched.revisions, [2, 3]);
      await watched.subscription.unsubscribe();
    },
  },
  {
    name: 'a subscription ends with an error when its stream is tombstoned',
    run: async (store) => {
      const { stream } = await streamOf(store, 1);
      const watched = watchStream(store, stream);
      await watched.until(() => watched.count('caughtUp') > 0, 'caught up');
      await store.client.tombstoneStream(stream);
      await watched.until(() => watched.error !== undefined, 'the error');
      assert.match(String(watched.error), /is deleted/);
    },
  },
  {
    name: 'a subscription to a tombstoned stream is refused',
    run: async (store) => {
      const { stream } = await streamOf(store, 1);
      await store.client.tombstoneStream(stream);
      const watched = watchStream(store, stream);
      await watched.until(() => watched.error !== undefined, 'the error');
      assert.deepEqual(watched.revisions, []);
    },
  },
  {
    name: 'a subscription that was given up gives nothing more and ends without an error',
    run: async (store) => {
      const { stream } = await streamOf(store, 1);
      const [left, stays] = [watchStream(store, stream), watchStream(store, stream)];
      await left.until(() => left.count('caughtUp') > 0, 'caught up');
      await left.subscription.unsubscribe();
      await left.until(() => left.count('end') > 0, 'the end');
      await append(store, stream, [happened(1)]);
      await stays.until(() => stays.revisions.length >= 2, 'the live event');
      assert.deepEqual([left.revisions, left.error], [[0], undefined]);
      await stays.subscription.unsubscribe();
    },
  },
  filtered('prefixes of the type', () => ({ on: 'type', prefixes: ['contract.', 'nothing.'] })),
  filtered('a regular expression on the type', () => ({ on: 'type', regex: '^c.*act\\.Happened\\.v\\d$' })),
  filtered('prefixes of the stream', (stream) => ({ on: 'stream', prefixes: [stream] })),
  filtered('a regular expression on the stream', (stream) => ({ on: 'stream', regex: `^${stream}$` })),
  {
    name: 'a filtered subscription tells where it is while nothing passes, rising, old and live',
    run: async (store) => {
      const { commit } = await append(store, freshStream(), happenedTimes(400, ELSEWHERE));
      const first = (await append(store, freshStream(), happenedTimes(400, ELSEWHERE))).commit;
      const watched = watchAll(store, commit, { on: 'type', prefixes: ['nobody-writes-this'] });
      await watched.until(() => watched.checkpoints.length >= 10, 'ten checkpoints');
      await watched.until(() => watched.count('caughtUp') > 0, 'caught up');
      const last = (await append(store, freshStream(), happenedTimes(200, ELSEWHERE))).commit;
      await watched.until(() => watched.checkpoints.some((at) => at > first), 'a live checkpoint');
      for (const [index, at] of watched.checkpoints.entries()) {
        assert.ok(at > (watched.checkpoints[index - 1] ?? commit), 'checkpoints rise');
        assert.ok(at <= last || index > 0);
      }
      await watched.subscription.unsubscribe();
    },
  },
  {
    name: 'checkpoints come between events that pass the filter, too',
    run: async (store) => {
      const stream = freshStream();
      const { commit } = await append(store, freshStream(), [happened(0)]);
      for (let n = 0; n < 10; n++) {
        await append(store, stream, [happened(n)]);
        await append(store, freshStream(), happenedTimes(40, ELSEWHERE));
      }
      const watched = watchAll(store, commit, { on: 'stream', prefixes: [stream] });
      await watched.until(() => watched.revisions.length >= 10, 'every event');
      assert.deepEqual(watched.revisions, upTo(10));
      const before = watched.checkpoints.filter((at) => at < (watched.positions[9] ?? -1n));
      assert.ok(before.length > 0, `checkpoints: ${watched.checkpoints.length}`);
      await watched.subscription.unsubscribe();
    },
  },
  {
    name: 'a subscription to $all goes on after a position, without the event that stands there',
    run: async (store) => {
      const stream = freshStream();
      const commits: bigint[] = [];
      for (let n = 0; n < 4; n++) commits.push((await append(store, stream, [happened(n)])).commit);
      const watched = watchAll(store, commits[1] ?? -1n, { on: 'stream', prefixes: [stream] });
      await watched.until(() => watched.count('caughtUp') > 0, 'caught up');
      assert.deepEqual(watched.revisions, [2, 3]);
      assert.deepEqual(watched.positions, commits.slice(2));
      await watched.subscription.unsubscribe();
    },
  },
  {
    name: 'a subscription to $all from its end gives new events alone',
    run: async (store) => {
      const { stream } = await streamOf(store, 1);
      const watched = watchAll(store, 'end', { on: 'type', prefixes: [HAPPENED] });
      await watched.until(() => watched.count('caughtUp') > 0, 'caught up');
      await append(store, stream, [happened(1)]);
      const mine = () => watched.streams.filter((name) => name === stream).length;
      await watched.until(() => mine() > 0, 'the live event');
      assert.equal(mine(), 1);
      await watched.subscription.unsubscribe();
    },
  },
];
