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

const { WRONG_EXPECTED_VERSION, STREAM_NOT_FOUND, MAXIMUM_APPEND_SIZE_EXCEEDED } = ErrorType;
const kilobytes = (count: number) => ({ ...happened(0), data: { n: 0, filler: 'y'.repeat(count * 1024) } });

export const appendCases: readonly ContractCase[] = [
  {
    name: 'the first append to a stream answers revision 0',
    run: async (store) => {
      const { nextExpectedRevision } = await append(store, freshStream(), [happened(0)], ANY);
      assert.equal(nextExpectedRevision, 0n);
    },
  },
  {
    name: 'revisions go on without a gap over several appends',
    run: async (store) => {
      const stream = freshStream();
      for (const count of [1, 3, 2]) await append(store, stream, happenedTimes(count), ANY);
      assert.deepEqual(revisions(await read(store, stream)), [0, 1, 2, 3, 4, 5]);
    },
  },
  {
    name: 'an append of several events keeps their order and answers the revision of the last',
    run: async (store) => {
      const stream = freshStream();
      const { nextExpectedRevision } = await append(store, stream, happenedTimes(5), NO_STREAM);
      assert.equal(nextExpectedRevision, 4n);
      assert.deepEqual(numbers(await read(store, stream)), [0, 1, 2, 3, 4]);
    },
  },
  {
    name: 'expecting no stream is refused where there is one, with the revision that stands there',
    run: async (store) => {
      const { stream } = await streamOf(store, 3);
      const error = await refusal(append(store, stream, [happened(9)], NO_STREAM), WRONG_EXPECTED_VERSION);
      assert.equal(error['actualVersion'], 2n);
      assert.equal(error['expectedVersion'], 'no_stream');
    },
  },
  {
    name: 'expecting a stream is refused where there is none',
    run: async (store) => {
      const stream = freshStream();
      const error = await refusal(
        append(store, stream, [happened(0)], STREAM_EXISTS),
        WRONG_EXPECTED_VERSION,
      );
      assert.equal(error['actualVersion'], 'no_stream');
      await refusal(read(store, stream), STREAM_NOT_FOUND);
    },
  },
  {
    name: 'expecting a stream is accepted where there is one',
    run: async (store) => {
      const { stream } = await streamOf(store, 1);
      assert.equal((await append(store, stream, [happened(1)], STREAM_EXISTS)).nextExpectedRevision, 1n);
    },
  },
  {
    name: 'expecting the last revision is accepted',
    run: async (store) => {
      const { stream } = await streamOf(store, 3);
      assert.equal((await append(store, stream, [happened(3)], 2n)).nextExpectedRevision, 3n);
    },
  },
  {
    name: 'expecting an earlier revision is refused, with both revisions in the error',
    run: async (store) => {
      const { stream } = await streamOf(store, 3);
      const error = await refusal(append(store, stream, [happened(9)], 1n), WRONG_EXPECTED_VERSION);
      assert.deepEqual([error['expectedVersion'], error['actualVersion']], [1n, 2n]);
    },
  },
  {
    name: 'expecting a later revision is refused',
    run: async (store) => {
      const { stream } = await streamOf(store, 3);
      const error = await refusal(append(store, stream, [happened(9)], 7n), WRONG_EXPECTED_VERSION);
      assert.equal(error['actualVersion'], 2n);
    },
  },
  {
    name: 'expecting a revision is refused where there is no stream',
    run: async (store) => {
      const error = await refusal(append(store, freshStream(), [happened(0)], 0n), WRONG_EXPECTED_VERSION);
      assert.equal(error['actualVersion'], 'no_stream');
    },
  },
  {
    name: 'a refused append of several events stores none of them',
    run: async (store) => {
      const { stream } = await streamOf(store, 2);
      await refusal(append(store, stream, happenedTimes(3), 0n), WRONG_EXPECTED_VERSION);
      assert.deepEqual(revisions(await read(store, stream)), [0, 1]);
    },
  },
  {
    name: 'of ten appends that expect the same revision at once, exactly one is stored',
    run: async (store) => {
      const { stream } = await streamOf(store, 1);
      const attempts = Array.from({ length: 10 }, (_unused, n) => append(store, stream, [happened(n)], 0n));
      const outcomes = await Promise.allSettled(attempts);
      assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1);
      assert.equal((await read(store, stream)).length, 2);
    },
  },
  {
    name: 'a hundred appends in flight to one stream are each stored once, with revisions of their own',
    run: async (store) => {
      const stream = freshStream();
      const events = happenedTimes(100);
      const results = await Promise.all(events.map((event) => append(store, stream, [event], ANY)));
      const answered = results.map(({ nextExpectedRevision }) => Number(nextExpectedRevision));
      const stored = await read(store, stream);
      assert.deepEqual(revisions(stored), [...stored.keys()]);
      assert.deepEqual(
        answered.map((revision) => stored[revision]?.id),
        ids(events),
      );
    },
  },
  {
    name: 'an append of 3,000 small events is stored whole',
    run: async (store) => {
      const stream = freshStream();
      assert.equal((await append(store, stream, happenedTimes(3_000))).nextExpectedRevision, 2_999n);
      const stored = await read(store, stream);
      assert.deepEqual(numbers(stored), [...Array(3_000).keys()]);
    },
  },
  {
    name: 'an event of 1,000 kB comes back whole',
    run: async (store) => {
      const stream = freshStream();
      const large = kilobytes(1_000);
      await append(store, stream, [large]);
      const [stored] = await read(store, stream);
      assert.deepEqual(stored?.data, large.data);
    },
  },
  {
    name: 'an event of more than 1 MiB is refused with the limit, and nothing is stored',
    run: async (store) => {
      const stream = freshStream();
      const error = await refusal(append(store, stream, [kilobytes(1_025)]), MAXIMUM_APPEND_SIZE_EXCEEDED);
      assert.equal(error['maxAppendSize'], 1_048_576);
      await refusal(read(store, stream), STREAM_NOT_FOUND);
    },
  },
  {
    name: 'events that are more than 1 MiB together are refused together',
    run: async (store) => {
      const { stream } = await streamOf(store, 1);
      const thirds = [kilobytes(500), kilobytes(500), kilobytes(500)].map((event) => ({
        ...event,
        id: happened(0).id,
      }));
      await refusal(append(store, stream, thirds), MAXIMUM_APPEND_SIZE_EXCEEDED);
      assert.deepEqual(revisions(await read(store, stream)), [0]);
    },
  },
  {
    name: 'events that are less than 1 MiB together are stored together',
    run: async (store) => {
      const stream = freshStream();
      const halves = [kilobytes(500), { ...kilobytes(500), id: happened(0).id }];
      assert.equal((await append(store, stream, halves)).nextExpectedRevision, 1n);
      const stored = await read(store, stream);
      assert.deepEqual(
        stored.map(({ data }) => JSON.stringify(data).length),
        halves.map(({ data }) => JSON.stringify(data).length),
      );
    },
  },
  {
    name: 'after an append that was too large the next one is stored',
    run: async (store) => {
      const { stream } = await streamOf(store, 1);
      const [refused, stored] = await Promise.allSettled([
        append(store, stream, [kilobytes(3_000)], 0n),
        append(store, stream, [happened(1)], 0n),
      ]);
      assert.deepEqual([refused.status, stored.status], ['rejected', 'fulfilled']);
      assert.deepEqual(numbers(await read(store, stream)), [0, 1]);
    },
  },
  {
    name: 'an append of no events makes no stream',
    run: async (store) => {
      const stream = freshStream();
      for (const expected of [ANY, NO_STREAM] as const) await append(store, stream, [], expected);
      for (const expected of [STREAM_EXISTS, 0n] as const)
        await refusal(append(store, stream, [], expected), WRONG_EXPECTED_VERSION);
      await refusal(read(store, stream), STREAM_NOT_FOUND);
    },
  },
  {
    name: 'an append of no events succeeds where its expectation holds, and stores nothing',
    run: async (store) => {
      const { stream } = await streamOf(store, 2);
      await append(store, stream, [], STREAM_EXISTS);
      await refusal(append(store, stream, [], NO_STREAM), WRONG_EXPECTED_VERSION);
      assert.deepEqual(revisions(await read(store, stream)), [0, 1]);
    },
  },
];
