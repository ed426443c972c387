import { ANY, ErrorType, NO_STREAM, STREAM_EXISTS } from '@eventstore/db-client';
import assert from 'node:assert/strict';
import {
  append,
  freshStream,
  happened,
  happenedTimes,
  numbers,
  read,
  readAllOf,
  refusal,
  revisions,
  streamOf,
  type ContractCase,
  type StoreUnderTest,
} from './contract-case.js';

const { STREAM_DELETED, STREAM_NOT_FOUND, WRONG_EXPECTED_VERSION } = ErrorType;

async function softDeleted(store: StoreUnderTest): Promise<{ stream: string; commit: bigint }> {
  const { stream, commit } = await streamOf(store, 3);
  await store.client.deleteStream(stream);
  return { stream, commit };
}
async function tombstoned(store: StoreUnderTest): Promise<string> {
  const { stream } = await streamOf(store, 3);
  await store.client.tombstoneStream(stream);
  return stream;
}
/** For an instant after such an append a real server may still say that the stream is not found. */
async function readOnceFound(store: StoreUnderTest, stream: string) {
  const deadline = performance.now() + store.patienceMs;
  for (;;)
    try {
      return await read(store, stream);
    } catch (error) {
      if ((error as { type?: unknown }).type !== STREAM_NOT_FOUND || performance.now() > deadline)
        throw error;
    }
}
const goesOn = (words: string, expected: typeof ANY | typeof NO_STREAM | bigint): ContractCase => ({
  name: `a soft-deleted stream goes on from its last revision, expecting ${words}`,
  run: async (store) => {
    const { stream } = await softDeleted(store);
    assert.equal((await append(store, stream, [happened(7)], expected)).nextExpectedRevision, 3n);
    const left = await readOnceFound(store, stream);
    assert.deepEqual([revisions(left), numbers(left)], [[3], [7]]);
  },
});

export const deletionCases: readonly ContractCase[] = [
  {
    name: 'a soft-deleted stream is not found, in either direction',
    run: async (store) => {
      const { stream } = await softDeleted(store);
      await refusal(read(store, stream), STREAM_NOT_FOUND);
      await refusal(read(store, stream, { backwards: true }), STREAM_NOT_FOUND);
    },
  },
  goesOn('anything', ANY),
  goesOn('no stream', NO_STREAM),
  goesOn('its last revision', 2n),
  {
    name: 'an append to a soft-deleted stream is refused, expecting a stream',
    run: async (store) => {
      const { stream } = await softDeleted(store);
      await refusal(append(store, stream, [happened(7)], STREAM_EXISTS), STREAM_DELETED);
    },
  },
  {
    name: 'an append to a soft-deleted stream is refused, expecting an earlier revision',
    run: async (store) => {
      const { stream } = await softDeleted(store);
      const error = await refusal(append(store, stream, [happened(7)], 1n), WRONG_EXPECTED_VERSION);
      assert.equal(error['actualVersion'], 2n);
    },
  },
  {
    name: 'the old events of a soft-deleted stream stay in $all',
    run: async (store) => {
      const { stream, commit } = await streamOf(store, 1);
      await append(store, stream, happenedTimes(2));
      await store.client.deleteStream(stream);
      assert.deepEqual(revisions(await readAllOf(store, [stream], commit)), [0, 1, 2]);
    },
  },
  {
    name: 'a soft delete says in the metadata that nothing before the end of time is left',
    run: async (store) => {
      const { stream } = await softDeleted(store);
      const { metadata } = await store.client.getStreamMetadata(stream);
      assert.equal(metadata?.['truncateBefore'], Number(2n ** 63n - 1n));
    },
  },
  {
    name: 'the next append after a soft delete moves the truncation to itself',
    run: async (store) => {
      const { stream } = await softDeleted(store);
      await append(store, stream, [happened(7)]);
      const { metadata } = await store.client.getStreamMetadata(stream);
      assert.equal(metadata?.['truncateBefore'], 3);
    },
  },
  {
    name: 'a stream may be soft-deleted and go on again and again',
    run: async (store) => {
      const stream = freshStream();
      for (const first of [0, 2, 4]) {
        await append(store, stream, happenedTimes(2));
        assert.deepEqual(revisions(await readOnceFound(store, stream)), [first, first + 1]);
        await store.client.deleteStream(stream);
      }
    },
  },
  {
    name: 'a soft delete of a stream that never was is refused',
    run: async (store) => {
      const deleting = store.client.deleteStream(freshStream());
      const error = await refusal(deleting, WRONG_EXPECTED_VERSION);
      assert.equal(Number(error['actualVersion']), -1);
    },
  },
  {
    name: 'a soft delete that expects another revision is refused and changes nothing',
    run: async (store) => {
      const { stream } = await streamOf(store, 3);
      await refusal(store.client.deleteStream(stream, { expectedRevision: 1n }), WRONG_EXPECTED_VERSION);
      assert.deepEqual(revisions(await read(store, stream)), [0, 1, 2]);
    },
  },
  {
    name: 'a soft delete that expects the last revision succeeds',
    run: async (store) => {
      const { stream } = await streamOf(store, 3);
      await store.client.deleteStream(stream, { expectedRevision: 2n });
      await refusal(read(store, stream), STREAM_NOT_FOUND);
    },
  },
  {
    name: 'a tombstoned stream refuses to be read, in either direction',
    run: async (store) => {
      const stream = await tombstoned(store);
      await refusal(read(store, stream), STREAM_DELETED);
      await refusal(read(store, stream, { backwards: true }), STREAM_DELETED);
    },
  },
  {
    name: 'a tombstoned stream refuses every append, whatever it expects',
    run: async (store) => {
      const stream = await tombstoned(store);
      for (const expected of [ANY, NO_STREAM, STREAM_EXISTS, 2n] as const)
        await refusal(append(store, stream, [happened(7)], expected), STREAM_DELETED);
    },
  },
  {
    name: 'a tombstoned stream refuses to be deleted again and hides its metadata',
    run: async (store) => {
      const stream = await tombstoned(store);
      await refusal(store.client.tombstoneStream(stream), STREAM_DELETED);
      await refusal(store.client.getStreamMetadata(stream), STREAM_DELETED);
    },
  },
  {
    name: 'a stream that never was can be tombstoned',
    run: async (store) => {
      const stream = freshStream();
      await store.client.tombstoneStream(stream);
      await refusal(append(store, stream, [happened(0)]), STREAM_DELETED);
    },
  },
  {
    name: 'a tombstone that expects another revision is refused and changes nothing',
    run: async (store) => {
      const { stream } = await streamOf(store, 3);
      await refusal(store.client.tombstoneStream(stream, { expectedRevision: 1n }), WRONG_EXPECTED_VERSION);
      assert.deepEqual(revisions(await read(store, stream)), [0, 1, 2]);
    },
  },
  {
    name: 'a tombstone that expects the last revision, or of an absent stream that expects none, succeeds',
    run: async (store) => {
      const { stream } = await streamOf(store, 3);
      await store.client.tombstoneStream(stream, { expectedRevision: 2n });
      await refusal(read(store, stream), STREAM_DELETED);
      const absent = freshStream();
      await store.client.tombstoneStream(absent, { expectedRevision: NO_STREAM });
      await refusal(read(store, absent), STREAM_DELETED);
    },
  },
  {
    name: 'a tombstone that expects a revision is refused where there is no stream',
    run: async (store) => {
      for (const expectedRevision of [0n, 5n]) {
        const putting = store.client.tombstoneStream(freshStream(), { expectedRevision });
        const error = await refusal(putting, WRONG_EXPECTED_VERSION);
        assert.equal(Number(error['actualVersion']), -1);
      }
    },
  },
  {
    name: 'a delete that expects no stream is refused where there is one, with the revision that stands there',
    run: async (store) => {
      const { stream } = await streamOf(store, 3);
      for (const how of ['deleteStream', 'tombstoneStream'] as const) {
        const deleting = store.client[how](stream, { expectedRevision: NO_STREAM });
        const error = await refusal(deleting, WRONG_EXPECTED_VERSION);
        assert.equal(Number(error['actualVersion']), 2);
      }
    },
  },
  {
    name: 'a soft-deleted stream may be soft-deleted again, and tombstoned',
    run: async (store) => {
      const { stream } = await softDeleted(store);
      await store.client.deleteStream(stream);
      await refusal(read(store, stream), STREAM_NOT_FOUND);
      await store.client.tombstoneStream(stream);
      await refusal(read(store, stream), STREAM_DELETED);
    },
  },
  {
    name: 'a delete answers a position in $all behind the events of the stream',
    run: async (store) => {
      for (const how of ['deleteStream', 'tombstoneStream'] as const) {
        const { stream, commit } = await streamOf(store, 1);
        const { position } = await store.client[how](stream);
        assert.ok(position && position.commit > commit, String(position?.commit));
      }
    },
  },
];
