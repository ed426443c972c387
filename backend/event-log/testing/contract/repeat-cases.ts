import { ANY, ErrorType, NO_STREAM, STREAM_EXISTS, type AppendExpectedRevision } from '@eventstore/db-client';
import assert from 'node:assert/strict';
import {
  append,
  freshStream,
  happened,
  happenedTimes,
  ids,
  read,
  refusal,
  revisions,
  streamOf,
  type ContractCase,
} from './contract-case.js';

const { WRONG_EXPECTED_VERSION } = ErrorType;

const wholeRepeat = (words: string, expected: AppendExpectedRevision): ContractCase => ({
  name: `the same events again, expecting ${words}, answer as the first time and are stored once`,
  run: async (store) => {
    const { stream, events } = await streamOf(store, 3);
    assert.equal((await append(store, stream, events, expected)).nextExpectedRevision, 2n);
    assert.deepEqual(ids(await read(store, stream)), ids(events));
  },
});

export const repeatCases: readonly ContractCase[] = [
  wholeRepeat('anything', ANY),
  wholeRepeat('no stream', NO_STREAM),
  wholeRepeat('a stream', STREAM_EXISTS),
  {
    name: 'the first of several events again, expecting anything, answers its own revision',
    run: async (store) => {
      const { stream, events } = await streamOf(store, 3);
      assert.equal((await append(store, stream, events.slice(0, 1), ANY)).nextExpectedRevision, 0n);
      assert.equal((await read(store, stream)).length, 3);
    },
  },
  {
    name: 'the first events again, expecting no stream, succeed; later ones are refused',
    run: async (store) => {
      const { stream, events } = await streamOf(store, 3);
      assert.equal((await append(store, stream, events.slice(0, 2), NO_STREAM)).nextExpectedRevision, 1n);
      await refusal(append(store, stream, events.slice(2), NO_STREAM), WRONG_EXPECTED_VERSION);
      assert.equal((await read(store, stream)).length, 3);
    },
  },
  {
    name: 'an append with an exact revision, repeated after it succeeded, succeeds again and is stored once',
    run: async (store) => {
      const { stream } = await streamOf(store, 2);
      const more = happenedTimes(2);
      await append(store, stream, more, 1n);
      assert.equal((await append(store, stream, more, 1n)).nextExpectedRevision, 3n);
      assert.deepEqual(revisions(await read(store, stream)), [0, 1, 2, 3]);
    },
  },
  {
    name: 'known events with an exact revision that they do not follow are refused',
    run: async (store) => {
      const { stream, events } = await streamOf(store, 3);
      await refusal(append(store, stream, events.slice(0, 1), 1n), WRONG_EXPECTED_VERSION);
      assert.equal((await read(store, stream)).length, 3);
    },
  },
  {
    name: 'known events with the current revision are appended again',
    run: async (store) => {
      const { stream, events } = await streamOf(store, 2);
      assert.equal((await append(store, stream, events, 1n)).nextExpectedRevision, 3n);
      assert.deepEqual(ids(await read(store, stream)), [...ids(events), ...ids(events)]);
    },
  },
  {
    name: 'a known and a new event together are refused',
    run: async (store) => {
      const { stream, events } = await streamOf(store, 2);
      await refusal(append(store, stream, [...events.slice(1), happened(9)], ANY), WRONG_EXPECTED_VERSION);
      assert.equal((await read(store, stream)).length, 2);
    },
  },
  {
    name: 'one append may hold the same id twice',
    run: async (store) => {
      const stream = freshStream();
      const event = happened(0);
      assert.equal((await append(store, stream, [event, event])).nextExpectedRevision, 1n);
      assert.deepEqual(ids(await read(store, stream)), [event.id, event.id]);
    },
  },
  {
    name: 'the same id may stand in two streams',
    run: async (store) => {
      const event = happened(0);
      const [one, other] = [freshStream(), freshStream()];
      await append(store, one, [event], ANY);
      await append(store, other, [event], ANY);
      assert.deepEqual(ids([...(await read(store, one)), ...(await read(store, other))]), [
        event.id,
        event.id,
      ]);
    },
  },
  {
    name: 'a repeat is known after 200 other events in its stream',
    run: async (store) => {
      const { stream, events } = await streamOf(store, 1);
      await append(store, stream, happenedTimes(200));
      assert.equal((await append(store, stream, events, NO_STREAM)).nextExpectedRevision, 0n);
      assert.equal((await append(store, stream, events, ANY)).nextExpectedRevision, 0n);
      assert.equal((await read(store, stream)).length, 201);
    },
  },
  {
    name: 'a repeat answers a position that a follower reaches',
    run: async (store) => {
      const { stream, events, commit } = await streamOf(store, 2);
      const later = await append(store, stream, [happened(9)]);
      const repeated = await append(store, stream, events, NO_STREAM);
      assert.ok(repeated.commit >= commit && repeated.commit <= later.commit, String(repeated.commit));
    },
  },
];
