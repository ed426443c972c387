import { ErrorType, NO_STREAM, type StreamMetadata } from '@eventstore/db-client';
import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import {
  append,
  freshStream,
  happened,
  read,
  readAllOf,
  refusal,
  revisions,
  streamOf,
  type ContractCase,
  type ReadRange,
  type StoreUnderTest,
} from './contract-case.js';
import { watchStream } from './watched-subscription.js';

/** A stream of revisions 0 … 5 with this metadata. */
async function keeping(store: StoreUnderTest, metadata: StreamMetadata) {
  const { stream, commit } = await streamOf(store, 6);
  await store.client.setStreamMetadata(stream, metadata);
  return { stream, commit };
}
const leaves = (
  name: string,
  metadata: StreamMetadata,
  range: ReadRange,
  expected: readonly number[],
): ContractCase => ({
  name,
  run: async (store) => {
    const { stream } = await keeping(store, metadata);
    assert.deepEqual(revisions(await read(store, stream, range)), expected);
  },
});
const metadataOf = async ({ client }: StoreUnderTest, stream: string) =>
  (await client.getStreamMetadata(stream)).metadata;

export const retentionCases: readonly ContractCase[] = [
  leaves('a greatest count leaves the newest events', { maxCount: 2 }, {}, [4, 5]),
  leaves(
    'a greatest count leaves the same backwards',
    { maxCount: 2 },
    { backwards: true, maxCount: 4 },
    [5, 4],
  ),
  leaves(
    'a read from a revision that a greatest count hides begins with what is left, and still gives as many as asked for',
    { maxCount: 3 },
    { from: 0n, maxCount: 2 },
    [3, 4],
  ),
  leaves('a truncation hides what is before it', { truncateBefore: 3 }, {}, [3, 4, 5]),
  leaves('a truncation hides the same backwards', { truncateBefore: 3 }, { backwards: true }, [5, 4, 3]),
  leaves(
    'a read backwards from a revision that a truncation hides gives nothing',
    { truncateBefore: 3 },
    { backwards: true, from: 1n },
    [],
  ),
  leaves(
    'of a truncation and a greatest count the stricter holds',
    { maxCount: 3, truncateBefore: 4 },
    {},
    [4, 5],
  ),
  leaves(
    'of a greatest count and a truncation the stricter holds',
    { maxCount: 1, truncateBefore: 2 },
    {},
    [5],
  ),
  {
    name: 'a greatest count moves on with each append',
    run: async (store) => {
      const { stream } = await keeping(store, { maxCount: 2 });
      await append(store, stream, [happened(6)], 5n);
      assert.deepEqual(revisions(await read(store, stream)), [5, 6]);
    },
  },
  {
    name: 'a greatest age hides what is older, and revisions go on behind it',
    run: async (store) => {
      const { stream } = await keeping(store, { maxAge: 1 });
      await delay(2_000);
      assert.deepEqual(await read(store, stream), []);
      assert.deepEqual(await read(store, stream, { backwards: true, maxCount: 4 }), []);
      const fresh = happened(6);
      assert.equal((await append(store, stream, [fresh], 5n)).nextExpectedRevision, 6n);
      assert.deepEqual(revisions(await read(store, stream)), [6]);
    },
  },
  {
    name: 'what is hidden in its stream stays in $all',
    run: async (store) => {
      const { stream } = await streamOf(store, 1);
      const [first] = await read(store, stream);
      await append(store, stream, [happened(1), happened(2)]);
      await store.client.setStreamMetadata(stream, { truncateBefore: 2 });
      assert.deepEqual(revisions(await readAllOf(store, [stream], first?.position.commit ?? -1n)), [0, 1, 2]);
    },
  },
  {
    name: 'a subscription from the start gives what is left',
    run: async (store) => {
      const { stream } = await keeping(store, { maxCount: 2 });
      const watched = watchStream(store, stream);
      await watched.until(() => watched.count('caughtUp') > 0, 'caught up');
      assert.deepEqual(watched.revisions, [4, 5]);
      await watched.subscription.unsubscribe();
    },
  },
  {
    name: 'metadata comes back as it was set, limits, rights and fields of our own',
    run: async (store) => {
      const { stream } = await streamOf(store, 1);
      const metadata = { maxCount: 9, cacheControl: 10, acl: { readRoles: ['$all'] }, colour: 'rot' };
      await store.client.setStreamMetadata(stream, metadata);
      assert.deepEqual(await metadataOf(store, stream), metadata);
    },
  },
  leaves('fields of our own in the metadata hide nothing', { colour: 'rot' }, {}, [0, 1, 2, 3, 4, 5]),
  {
    name: 'a stream without metadata says that it has none',
    run: async (store) => {
      const { stream } = await streamOf(store, 1);
      const answer = await store.client.getStreamMetadata(stream);
      assert.deepEqual([answer.streamName, answer.metadata], [stream, undefined]);
    },
  },
  {
    name: 'metadata may come before the first event, which is still expected to find no stream',
    run: async (store) => {
      const stream = freshStream();
      await store.client.setStreamMetadata(stream, { maxCount: 5 });
      await refusal(read(store, stream), ErrorType.STREAM_NOT_FOUND);
      assert.equal((await append(store, stream, [happened(0)], NO_STREAM)).nextExpectedRevision, 0n);
      assert.deepEqual(await metadataOf(store, stream), { maxCount: 5 });
    },
  },
  {
    name: 'metadata that expects none is refused where there is some',
    run: async (store) => {
      const { stream } = await keeping(store, { maxCount: 4 });
      const setting = store.client.setStreamMetadata(
        stream,
        { maxCount: 1 },
        { expectedRevision: NO_STREAM },
      );
      const error = await refusal(setting, ErrorType.WRONG_EXPECTED_VERSION);
      assert.deepEqual([error['streamName'], error['actualVersion']], [`$$${stream}`, 0n]);
      assert.deepEqual(await metadataOf(store, stream), { maxCount: 4 });
    },
  },
  {
    name: 'newer metadata takes the place of the older whole',
    run: async (store) => {
      const { stream } = await keeping(store, { maxCount: 2, colour: 'rot' });
      await store.client.setStreamMetadata(stream, { truncateBefore: 3 });
      assert.deepEqual(await metadataOf(store, stream), { truncateBefore: 3 });
      assert.deepEqual(revisions(await read(store, stream)), [3, 4, 5]);
    },
  },
  {
    name: 'metadata is an event of a stream of its own, of which the newest alone is read',
    run: async (store) => {
      const { stream } = await keeping(store, { maxCount: 2 });
      await store.client.setStreamMetadata(stream, { truncateBefore: 3 });
      const stored = await read(store, `$$${stream}`);
      assert.deepEqual(
        stored.map(({ streamId, revision, type, data }) => ({ streamId, revision, type, data })),
        [{ streamId: `$$${stream}`, revision: 1n, type: '$metadata', data: { $tb: 3 } }],
      );
    },
  },
  {
    name: 'metadata stands in $all between the events around it',
    run: async (store) => {
      const { stream, commit } = await keeping(store, { maxCount: 2 });
      await append(store, stream, [happened(6)]);
      const around = await readAllOf(store, [stream, `$$${stream}`], commit);
      assert.deepEqual(
        around.map(({ type }) => type.slice(0, 9)),
        ['contract.', '$metadata', 'contract.'],
      );
    },
  },
];
