import {
  ANY,
  ErrorType,
  NO_STREAM,
  STREAM_EXISTS,
  type AppendExpectedRevision,
  type AppendResult,
} from '@eventstore/db-client';
import assert from 'node:assert/strict';
import {
  append,
  freshStream,
  happened,
  streamOf,
  type ContractCase,
  type Happened,
  type StoreUnderTest,
} from './contract-case.js';
import { appendUnary } from './roads.js';

type Append = (
  store: StoreUnderTest,
  stream: string,
  events: Happened[],
  expected: AppendExpectedRevision,
) => Promise<AppendResult>;

const roads: readonly [string, Append][] = [
  ['an append', append],
  ['an append in a call of its own', appendUnary],
];

/** Ways for a stream to be; one that is there holds revisions 0, 1 and 2. */
const states = {
  'never was': () => Promise.resolve(freshStream()),
  'is there': async (store: StoreUnderTest) => (await streamOf(store, 3)).stream,
  'is soft-deleted': async (store: StoreUnderTest) => {
    const { stream } = await streamOf(store, 3);
    await store.client.deleteStream(stream);
    return stream;
  },
  'is tombstoned': async (store: StoreUnderTest) => {
    const { stream } = await streamOf(store, 3);
    await store.client.tombstoneStream(stream);
    return stream;
  },
} as const;
const expectations = [ANY, NO_STREAM, STREAM_EXISTS, 0n, 1n, 2n, 5n] as const;

/** What a real server answers, in the order of `expectations`: the revision appended at, or how it refuses. */
const answers: Readonly<Record<keyof typeof states, string>> = {
  'never was': '0 0 wrong:no_stream wrong:no_stream wrong:no_stream wrong:no_stream wrong:no_stream',
  'is there': '3 wrong:2 3 wrong:2 wrong:2 3 wrong:2',
  'is soft-deleted': '3 3 deleted wrong:2 wrong:2 3 wrong:2',
  'is tombstoned': 'deleted deleted deleted deleted deleted deleted deleted',
};

async function answerTo(appending: Promise<AppendResult>, stream: string): Promise<string> {
  try {
    return String((await appending).nextExpectedRevision);
  } catch (error) {
    const { type, streamName, actualVersion } = error as Record<string, unknown>;
    assert.equal(streamName, stream, String(error));
    if (type === ErrorType.STREAM_DELETED) return 'deleted';
    assert.equal(type, ErrorType.WRONG_EXPECTED_VERSION, String(error));
    return `wrong:${String(actualVersion)}`;
  }
}

const holds = (state: keyof typeof states, road: string, appending: Append): ContractCase => ({
  name: `${road} to a stream that ${state} is answered as its expectation asks, whichever it is`,
  run: async (store) => {
    const given = expectations.map(async (expected) => {
      const stream = await states[state](store);
      return answerTo(appending(store, stream, [happened(7)], expected), stream);
    });
    assert.equal((await Promise.all(given)).join(' '), answers[state]);
  },
});

/** Every state of a stream, every expectation, both ways in which the client appends. */
export const expectationCases: readonly ContractCase[] = roads.flatMap(([road, appending]) =>
  (Object.keys(states) as (keyof typeof states)[]).map((state) => holds(state, road, appending)),
);
