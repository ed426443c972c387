import { ANY, ErrorType, NO_STREAM, STREAM_EXISTS } from '@eventstore/db-client';
import assert from 'node:assert/strict';
import {
  append,
  freshStream,
  happened,
  happenedTimes,
  ids,
  read,
  refusal,
  streamOf,
  type ContractCase,
  type Happened,
} from './contract-case.js';

const { WRONG_EXPECTED_VERSION } = ErrorType;

/** Part of a stream of four, and what else, appended once more. */
const refused = (
  words: string,
  again: (known: readonly Happened[], fresh: Happened) => (Happened | undefined)[],
): ContractCase => ({
  name: `${words} are refused, whether anything or a stream is expected, and nothing is stored`,
  run: async (store) => {
    const { stream, events } = await streamOf(store, 4);
    const given = again(events, happened(9)).filter((event) => event !== undefined);
    for (const expected of [ANY, STREAM_EXISTS] as const) {
      const error = await refusal(append(store, stream, given, expected), WRONG_EXPECTED_VERSION);
      assert.equal(error['actualVersion'], 3n);
    }
    assert.deepEqual(ids(await read(store, stream)), ids(events));
  },
});

/** Repeats that know a part, come late, or come from many at once. */
export const furtherRepeatCases: readonly ContractCase[] = [
  refused('a new and then a known event', (known, fresh) => [fresh, known[0]]),
  refused('the last known and a new event', (known, fresh) => [known[3], fresh]),
  refused('known events that are no neighbours', (known) => [known[0], known[2]]),
  {
    name: 'events from the middle of a stream again, expecting anything, answer the revision of the last of them',
    run: async (store) => {
      const { stream, events } = await streamOf(store, 4);
      const middle = events.slice(1, 3);
      assert.equal((await append(store, stream, middle, ANY)).nextExpectedRevision, 2n);
      assert.equal((await append(store, stream, middle, STREAM_EXISTS)).nextExpectedRevision, 2n);
      assert.equal((await read(store, stream)).length, 4);
    },
  },
  {
    name: 'known events and a new one are refused, expecting no stream or an earlier revision',
    run: async (store) => {
      const { stream, events } = await streamOf(store, 3);
      const first = append(store, stream, [...events, happened(9)], NO_STREAM);
      await refusal(first, WRONG_EXPECTED_VERSION);
      const later = append(store, stream, [...events.slice(1), happened(9)], 0n);
      await refusal(later, WRONG_EXPECTED_VERSION);
      assert.equal((await read(store, stream)).length, 3);
    },
  },
  {
    name: 'an append with an exact revision, repeated after others wrote, still succeeds and is stored once',
    run: async (store) => {
      const { stream } = await streamOf(store, 2);
      const mine = happenedTimes(2);
      await append(store, stream, mine, 1n);
      await append(store, stream, happenedTimes(3), 3n);
      assert.equal((await append(store, stream, mine, 1n)).nextExpectedRevision, 3n);
      assert.equal((await append(store, stream, mine.slice(0, 1), 1n)).nextExpectedRevision, 2n);
      assert.equal((await read(store, stream)).length, 7);
    },
  },
  {
    name: 'an append that is sent ten times at once, expecting no stream, is stored once and answers alike',
    run: async (store) => {
      const stream = freshStream();
      const events = happenedTimes(3);
      const sent = Array.from({ length: 10 }, () => append(store, stream, events, NO_STREAM));
      for (const { nextExpectedRevision } of await Promise.all(sent)) assert.equal(nextExpectedRevision, 2n);
      assert.deepEqual(ids(await read(store, stream)), ids(events));
    },
  },
  {
    name: 'a repeat answers the position at which its last event stands',
    run: async (store) => {
      const { stream, events, commit } = await streamOf(store, 2);
      await append(store, stream, [happened(9)]);
      assert.equal((await append(store, stream, events, NO_STREAM)).commit, commit);
      const [first] = await read(store, stream);
      assert.equal((await append(store, stream, events.slice(0, 1), ANY)).commit, first?.position.commit);
    },
  },
];
