import { END, ErrorType, START } from '@eventstore/db-client';
import assert from 'node:assert/strict';
import {
  failure,
  freshStream,
  read,
  refusal,
  revisions,
  streamOf,
  type ContractCase,
  type ReadRange,
} from './contract-case.js';

const gives = (name: string, range: ReadRange, expected: number[]): ContractCase => ({
  name,
  run: async (store) => {
    const { stream } = await streamOf(store, 5);
    assert.deepEqual(revisions(await read(store, stream, range)), expected);
  },
});

export const streamReadCases: readonly ContractCase[] = [
  gives('a stream reads from its start, oldest first', {}, [0, 1, 2, 3, 4]),
  gives('a stream reads from a revision on, that one included', { from: 3n }, [3, 4]),
  gives('a read gives at most as many events as asked for', { from: 1n, maxCount: 2 }, [1, 2]),
  gives('a read from beyond the end gives nothing', { from: 99n }, []),
  gives('a stream reads backwards from its end, newest first', { backwards: true }, [4, 3, 2, 1, 0]),
  gives('a read backwards from a revision includes it', { backwards: true, from: 1n }, [1, 0]),
  gives(
    'a read backwards gives the newest where fewer are asked for',
    { backwards: true, maxCount: 2 },
    [4, 3],
  ),
  gives(
    'a read backwards from beyond the end gives the last events',
    { backwards: true, from: 99n, maxCount: 2 },
    [4, 3],
  ),
  gives('a read backwards from the start gives the first event alone', { backwards: true, from: START }, [0]),
  {
    name: 'a stream that never was is not found, in either direction',
    run: async (store) => {
      for (const backwards of [false, true]) {
        const stream = freshStream();
        const error = await refusal(read(store, stream, { backwards }), ErrorType.STREAM_NOT_FOUND);
        assert.equal(error['streamName'], stream);
      }
    },
  },
  {
    name: 'a read forwards from the end is an error',
    run: async (store) => {
      const { stream } = await streamOf(store, 1);
      await failure(read(store, stream, { from: END }));
    },
  },
  {
    name: 'a read of at most no events is an error',
    run: async (store) => {
      const { stream } = await streamOf(store, 1);
      await failure(read(store, stream, { maxCount: 0 }));
    },
  },
  {
    name: 'a stream of 2,000 events reads whole, in either direction',
    run: async (store) => {
      const { stream } = await streamOf(store, 2_000);
      const upwards = [...Array(2_000).keys()];
      assert.deepEqual(revisions(await read(store, stream)), upwards);
      assert.deepEqual(revisions(await read(store, stream, { backwards: true })), upwards.reverse());
    },
  },
];
