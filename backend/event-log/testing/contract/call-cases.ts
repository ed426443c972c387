import {
  FORWARDS,
  NO_STREAM,
  persistentSubscriptionToStreamSettingsFromDefaults,
  START,
} from '@eventstore/db-client';
import assert from 'node:assert/strict';
import {
  append,
  freshStream,
  happened,
  happenedTimes,
  numbers,
  read,
  revisions,
  streamOf,
  type ContractCase,
  type StoreUnderTest,
} from './contract-case.js';
import { appendUnary, withClients } from './roads.js';

/** Either the store offers this service or it says at once that it does not; the connection serves on in both cases. */
const servedOrUnimplemented = (
  what: string,
  ask: (store: StoreUnderTest) => Promise<unknown>,
): ContractCase => ({
  name: `${what} are served, or refused as unimplemented, and the connection serves on`,
  run: async (store) => {
    try {
      await ask(store);
    } catch (error) {
      const { type, code } = error as { type?: unknown; code?: unknown };
      assert.ok(code === UNIMPLEMENTED || type === 'unsupported', `not UNIMPLEMENTED: ${String(error)}`);
    }
    const { stream } = await streamOf(store, 1);
    assert.deepEqual(numbers(await read(store, stream)), [0]);
  },
});
const UNIMPLEMENTED = 12;

export const callCases: readonly ContractCase[] = [
  {
    name: 'a read that is given up in the middle disturbs no other',
    run: async (store) => {
      const { stream } = await streamOf(store, 2_000);
      const other = read(store, stream);
      for (let n = 0; n < 5; n++) {
        const given = store.client.readStream(stream, { direction: FORWARDS, fromRevision: START });
        for await (const { event } of given) if (event?.revision === 3n) break;
        await given.cancel();
      }
      assert.equal((await other).length, 2_000);
      assert.equal((await read(store, stream)).length, 2_000);
    },
  },
  {
    name: 'a read of a large stream waits for its reader and gives every event when he goes on',
    run: async (store) => {
      const stream = freshStream();
      const filler = 'y'.repeat(10_000);
      const large = happenedTimes(50).map((event) => ({ ...event, data: { n: event.data.n, filler } }));
      for (let n = 0; n < 4; n++)
        await append(
          store,
          stream,
          large.map((event) => ({ ...event, id: happened(0).id })),
        );
      const reading = store.client.readStream(stream, { direction: FORWARDS, fromRevision: START });
      const got: bigint[] = [];
      for await (const { event } of reading) {
        if (event) got.push(event.revision);
        // While this reader rests, the store serves another.
        if (got.length === 100) assert.equal((await read(store, stream, { maxCount: 3 })).length, 3);
      }
      assert.deepEqual(got.map(Number), [...Array(200).keys()]);
    },
  },
  {
    name: 'of the appends of two clients that expect the same revision, one is stored',
    run: async (store) => {
      const { stream } = await streamOf(store, 1);
      const outcomes = await withClients(store, 2, (clients) =>
        Promise.allSettled(
          clients.map((client) => appendUnary({ ...store, client }, stream, [happened(1)], 0n)),
        ),
      );
      assert.deepEqual(outcomes.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
      assert.deepEqual(revisions(await read(store, stream)), [0, 1]);
    },
  },
  {
    name: 'what one client appended is there for another as soon as it is answered',
    run: async (store) => {
      await withClients(store, 2, async ([one, other]) => {
        assert.ok(one && other);
        for (let n = 0; n < 10; n++) {
          const stream = freshStream();
          await appendUnary({ ...store, client: one }, stream, happenedTimes(2), NO_STREAM);
          assert.deepEqual(numbers(await read({ ...store, client: other }, stream)), [0, 1]);
        }
      });
    },
  },
  {
    name: 'an append that is sent in many pieces is stored whole and in order',
    run: async (store) => {
      const stream = freshStream();
      const answer = await store.client.appendToStream(stream, happenedTimes(300), {
        batchAppendSize: 2_000,
      });
      assert.equal(answer.nextExpectedRevision, 299n);
      assert.deepEqual(numbers(await read(store, stream)), [...Array(300).keys()]);
    },
  },
  servedOrUnimplemented('persistent subscriptions', async ({ client }) => {
    const stream = freshStream();
    await client.createPersistentSubscriptionToStream(
      stream,
      'contract',
      persistentSubscriptionToStreamSettingsFromDefaults(),
    );
    await client.deletePersistentSubscriptionToStream(stream, 'contract');
  }),
  servedOrUnimplemented('projections', ({ client }) => client.listProjections()),
];
