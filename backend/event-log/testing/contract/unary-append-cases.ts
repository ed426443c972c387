import { ANY, ErrorType, NO_STREAM, STREAM_EXISTS } from '@eventstore/db-client';
import assert from 'node:assert/strict';
import {
  append,
  freshStream,
  happened,
  happenedTimes,
  ids,
  numbers,
  read,
  refusal,
  revisions,
  streamOf,
  type ContractCase,
} from './contract-case.js';
import { appendUnary } from './roads.js';

/** What a call of its own must do as the common stream of appends does. */
export const unaryAppendCases: readonly ContractCase[] = [
  {
    name: 'an append in a call of its own keeps the order of its events and answers the place of the last',
    run: async (store) => {
      const stream = freshStream();
      const { nextExpectedRevision, position } = await appendUnary(
        store,
        stream,
        happenedTimes(4),
        NO_STREAM,
      );
      const stored = await read(store, stream);
      assert.deepEqual(numbers(stored), [0, 1, 2, 3]);
      assert.deepEqual([nextExpectedRevision, position?.commit], [3n, stored[3]?.position.commit]);
    },
  },
  {
    name: 'an append in a call of its own that is repeated answers alike and is stored once',
    run: async (store) => {
      const { stream, events } = await streamOf(store, 2);
      for (const expected of [ANY, NO_STREAM, STREAM_EXISTS] as const)
        assert.equal((await appendUnary(store, stream, events, expected)).nextExpectedRevision, 1n);
      assert.deepEqual(ids(await read(store, stream)), ids(events));
    },
  },
  {
    name: 'an append is known again whichever way it came first',
    run: async (store) => {
      const stream = freshStream();
      const events = happenedTimes(2);
      await appendUnary(store, stream, events, NO_STREAM);
      assert.equal((await append(store, stream, events, NO_STREAM)).nextExpectedRevision, 1n);
      const more = happenedTimes(2);
      await append(store, stream, more, 1n);
      assert.equal((await appendUnary(store, stream, more, 1n)).nextExpectedRevision, 3n);
      assert.deepEqual(revisions(await read(store, stream)), [0, 1, 2, 3]);
    },
  },
  {
    name: 'an append of more than 1 MiB in a call of its own is refused with the limit, and nothing is stored',
    run: async (store) => {
      const { stream } = await streamOf(store, 1);
      const half = () => ({ ...happened(0), data: { n: 0, filler: 'y'.repeat(600 * 1024) } });
      const appending = appendUnary(store, stream, [half(), half()], ANY);
      const error = await refusal(appending, ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED);
      assert.equal(error['maxAppendSize'], 1_048_576);
      assert.deepEqual(revisions(await read(store, stream)), [0]);
    },
  },
  {
    name: 'an append in a call of its own is stored when its deadline leaves it time',
    run: async (store) => {
      const stream = freshStream();
      await appendUnary(store, stream, [happened(0)], NO_STREAM, store.patienceMs);
      assert.deepEqual(revisions(await read(store, stream)), [0]);
    },
  },
  {
    name: 'an append of no events in a call of its own succeeds where its expectation holds',
    run: async (store) => {
      const { stream } = await streamOf(store, 2);
      await appendUnary(store, stream, [], STREAM_EXISTS);
      await refusal(appendUnary(store, stream, [], NO_STREAM), ErrorType.WRONG_EXPECTED_VERSION);
      assert.deepEqual(revisions(await read(store, stream)), [0, 1]);
    },
  },
];
