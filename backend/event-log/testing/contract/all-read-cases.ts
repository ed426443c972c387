import { BACKWARDS, END, FORWARDS, START } from '@eventstore/db-client';
import assert from 'node:assert/strict';
import {
  append,
  failure,
  freshStream,
  happened,
  happenedTimes,
  numbers,
  read,
  readAllOf,
  streamOf,
  type ContractCase,
  type StoreUnderTest,
} from './contract-case.js';

/** Five events written in turn to two streams, with the position that each append answered. */
async function interleaved(store: StoreUnderTest): Promise<{ streams: [string, string]; commits: bigint[] }> {
  const streams: [string, string] = [freshStream(), freshStream()];
  const commits: bigint[] = [];
  for (let n = 0; n < 5; n++) {
    const { commit } = await append(store, streams[n % 2 === 0 ? 0 : 1], [happened(n)]);
    commits.push(commit);
  }
  return { streams, commits };
}
const at = (commits: readonly bigint[], index: number) => commits[index] ?? -1n;

export const allReadCases: readonly ContractCase[] = [
  {
    name: '$all holds the events of all streams in the order of writing',
    run: async (store) => {
      const { streams, commits } = await interleaved(store);
      assert.deepEqual(numbers(await readAllOf(store, streams, at(commits, 0))), [0, 1, 2, 3, 4]);
    },
  },
  {
    name: 'positions rise strictly from one append to the next',
    run: async (store) => {
      const { commits } = await interleaved(store);
      for (const [index, commit] of commits.entries())
        assert.ok(index === 0 || commit > at(commits, index - 1));
    },
  },
  {
    name: 'commit and prepare position of an event are equal',
    run: async (store) => {
      const { streams, commits } = await interleaved(store);
      for (const { position } of await readAllOf(store, streams, at(commits, 0)))
        assert.equal(position.commit, position.prepare);
    },
  },
  {
    name: '$all reads forwards from a position with the event that stands there',
    run: async (store) => {
      const { streams, commits } = await interleaved(store);
      assert.deepEqual(numbers(await readAllOf(store, streams, at(commits, 2))), [2, 3, 4]);
    },
  },
  {
    name: '$all reads backwards from a position without the event that stands there',
    run: async (store) => {
      const { streams, commits } = await interleaved(store);
      const before = await readAllOf(store, streams, at(commits, 2), { backwards: true, atMost: 2 });
      assert.deepEqual(numbers(before), [1, 0]);
    },
  },
  {
    name: '$all reads backwards from its end, newest first',
    run: async (store) => {
      const { streams } = await interleaved(store);
      const newest = await readAllOf(store, streams, 'end', { backwards: true, atMost: 5 });
      assert.deepEqual(numbers(newest), [4, 3, 2, 1, 0]);
    },
  },
  {
    name: '$all from a position far beyond its end gives nothing',
    run: async (store) => {
      const { streams, commits } = await interleaved(store);
      assert.deepEqual(await readAllOf(store, streams, at(commits, 4) + 10n ** 12n), []);
    },
  },
  {
    name: '$all from a position at which no event stands is an error',
    run: async (store) => {
      const { streams, commits } = await interleaved(store);
      await failure(readAllOf(store, streams, at(commits, 3) + 1n));
    },
  },
  {
    name: 'each event of one append has a position of its own, and the append answers that of the last',
    run: async (store) => {
      const stream = freshStream();
      const { commit } = await append(store, stream, happenedTimes(3));
      const positions = (await read(store, stream)).map(({ position }) => position.commit);
      assert.equal(new Set(positions).size, 3);
      assert.equal(positions[2], commit);
    },
  },
  {
    name: 'an event has the same position in its stream and in $all',
    run: async (store) => {
      const { stream } = await streamOf(store, 3);
      const inStream = await read(store, stream);
      const inAll = await readAllOf(store, [stream], inStream[0]?.position.commit ?? -1n);
      const positions = (events: typeof inStream) => events.map(({ id, position }) => [id, position.commit]);
      assert.deepEqual(positions(inAll), positions(inStream));
    },
  },
  {
    name: '$all reads from its start, with no more events than asked for, and positions that rise',
    run: async ({ client }) => {
      const positions: bigint[] = [];
      const options = { direction: FORWARDS, fromPosition: START, maxCount: 5 } as const;
      for await (const { event } of client.readAll(options)) if (event) positions.push(event.position.commit);
      assert.equal(positions.length, 5);
      assert.deepEqual(
        positions,
        [...positions].sort((a, b) => (a < b ? -1 : 1)),
      );
    },
  },
  {
    name: '$all reads backwards from a position no more events than asked for',
    run: async (store) => {
      const { streams, commits } = await interleaved(store);
      const from = { commit: at(commits, 4), prepare: at(commits, 4) };
      const options = { direction: BACKWARDS, fromPosition: from, maxCount: 3 } as const;
      const got: bigint[] = [];
      for await (const { event } of store.client.readAll(options)) if (event) got.push(event.position.commit);
      assert.equal(got.length, 3);
      assert.ok(got.every((position) => position < at(commits, 4)));
      assert.equal(streams.length, 2);
    },
  },
  {
    name: '$all read forwards from its end, or for no events, is an error',
    run: async ({ client }) => {
      const drained = async (options: Parameters<typeof client.readAll>[0]) => {
        for await (const _event of client.readAll(options));
      };
      await failure(drained({ direction: FORWARDS, fromPosition: END }));
      await failure(drained({ direction: FORWARDS, fromPosition: START, maxCount: 0 }));
    },
  },
];
