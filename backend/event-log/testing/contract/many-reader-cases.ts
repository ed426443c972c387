import { START } from '@eventstore/db-client';
import assert from 'node:assert/strict';
import { append, happened, streamOf, type ContractCase, type StoreUnderTest } from './contract-case.js';
import { withClients } from './roads.js';
import { watchStream } from './watched-subscription.js';

const upTo = (count: number) => [...Array(count).keys()];
const LARGE_EVENTS = 120;
/** Together far more than the buffers between a store and a client that does not read. */
const writeLargeEvents = async (store: StoreUnderTest, stream: string) => {
  const filler = 'z'.repeat(20_000);
  for (let n = 0; n < LARGE_EVENTS; n += 30)
    await append(
      store,
      stream,
      Array.from({ length: 30 }, () => ({ ...happened(0), data: { n, filler } })),
    );
};

/** Reads a subscription to its end, however often the store ends it for its lag: then it goes on from its own place. */
async function readLeisurely(store: StoreUnderTest, stream: string, enough: number): Promise<number[]> {
  const seen: number[] = [];
  while (seen.length < enough) {
    const after = seen.at(-1);
    const fromRevision = after === undefined ? START : BigInt(after);
    const subscription = store.client.subscribeToStream(stream, { fromRevision });
    try {
      for await (const { event } of subscription) {
        if (event) seen.push(Number(event.revision));
        if (seen.length >= enough) break;
      }
    } catch (error) {
      assert.match(String(error), /too slow|ABORTED/i);
    }
    await subscription.unsubscribe().catch(() => undefined);
  }
  return seen;
}

/** Readers that lag, and very many readers. */
export const manyReaderCases: readonly ContractCase[] = [
  {
    name: 'a subscriber who does not read for a while gets every event once, in order, when he goes on',
    run: async (store) => {
      const { stream } = await streamOf(store, 1);
      const lagging = store.client.subscribeToStream(stream, { fromRevision: START });
      const failed = new Promise<string>((resolve) =>
        lagging.once('error', (error) => resolve(String(error))),
      );
      // It is live, then reads nothing: what follows waits in the store, or the store ends it for its lag.
      const first = await new Promise<number>((resolve) => {
        lagging.once('data', ({ event }) => {
          lagging.pause();
          resolve(Number(event?.revision));
        });
      });
      assert.equal(first, 0);
      await writeLargeEvents(store, stream);
      const seen = [first];
      lagging.on('data', ({ event }) => void seen.push(Number(event?.revision)));
      const whole = new Promise<undefined>((resolve) => {
        lagging.on('data', () => (seen.length > LARGE_EVENTS ? resolve(undefined) : undefined));
      });
      lagging.resume();
      const reason = await Promise.race([whole, failed]);
      await lagging.unsubscribe().catch(() => undefined);
      if (reason !== undefined) {
        assert.match(reason, /too slow|ABORTED/i);
        seen.push(...(await readLeisurely(store, stream, LARGE_EVENTS + 1)).slice(seen.length));
      }
      assert.deepEqual(seen, upTo(LARGE_EVENTS + 1));
    },
  },
  {
    name: 'a subscriber who does not read holds up neither another nor a writer',
    run: async (store) => {
      const { stream } = await streamOf(store, 1);
      await withClients(store, 1, async ([client]) => {
        assert.ok(client);
        const lagging = client.subscribeToStream(stream, { fromRevision: START });
        lagging.on('error', () => undefined);
        lagging.once('data', () => lagging.pause());
        const keen = watchStream(store, stream);
        await keen.until(() => keen.count('caughtUp') > 0, 'caught up');
        await writeLargeEvents(store, stream);
        const seen =
          keen.revisions.length > LARGE_EVENTS ? keen.revisions : await restOf(store, stream, keen);
        assert.deepEqual(seen, upTo(LARGE_EVENTS + 1));
        await keen.subscription.unsubscribe().catch(() => undefined);
      });
    },
  },
  {
    name: 'a thousand subscriptions at once each get what is theirs',
    run: async (store) => {
      const streams = await Promise.all(
        Array.from({ length: 20 }, async () => (await streamOf(store, 1)).stream),
      );
      // Servers may allow a connection a hundred calls at once.
      await withClients(store, 20, async (clients) => {
        const watched = clients.flatMap((client) =>
          Array.from({ length: 50 }, (_unused, n) =>
            watchStream({ ...store, client }, streams[n % 20] ?? '', 'start'),
          ),
        );
        for (const one of watched) await one.until(() => one.count('caughtUp') > 0, 'caught up');
        await Promise.all(streams.map((stream) => append(store, stream, [happened(1)])));
        for (const one of watched) await one.until(() => one.revisions.length >= 2, 'the live event');
        for (const one of watched) assert.deepEqual(one.revisions, [0, 1]);
        await Promise.all(watched.map(({ subscription }) => subscription.unsubscribe()));
      });
    },
  },
  {
    name: 'a stream that many watch from its end gives each of them the new events alone',
    run: async (store) => {
      const { stream } = await streamOf(store, 3);
      const watched = Array.from({ length: 50 }, () => watchStream(store, stream, 'end'));
      for (const one of watched) await one.until(() => one.count('caughtUp') > 0, 'caught up');
      await append(store, stream, [happened(3)]);
      for (const one of watched) {
        await one.until(() => one.revisions.length > 0, 'the live event');
        assert.deepEqual(one.revisions, [3]);
      }
      await Promise.all(watched.map(({ subscription }) => subscription.unsubscribe()));
    },
  },
];

/** What a live subscription has, and, where it was ended for its lag, what a new one gives after that. */
async function restOf(
  store: StoreUnderTest,
  stream: string,
  keen: ReturnType<typeof watchStream>,
): Promise<number[]> {
  const done = () => keen.revisions.length > LARGE_EVENTS || keen.error !== undefined;
  await keen.until(done, 'every event');
  if (keen.revisions.length > LARGE_EVENTS) return keen.revisions;
  assert.match(String(keen.error), /too slow|ABORTED/i);
  const again = await readLeisurely(store, stream, LARGE_EVENTS + 1);
  return [...keen.revisions, ...again.slice(keen.revisions.length)];
}
