import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  EventStoreDBClient,
  jsonEvent,
  MaxAppendSizeExceededError,
  NO_STREAM,
  START,
  StreamDeletedError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { once } from 'node:events';
import { openTemporaryStore, type TemporaryStore } from '../testing/temporary-store.js';

const CREDENTIALS = { username: 'admin', password: 'changeit' };
/** The two ways in which the client appends. */
const roads = [
  ['the common stream of appends', {}],
  ['a call of its own', { credentials: CREDENTIALS }],
] as const;

let store: TemporaryStore;
let client: EventStoreDBClient;
beforeAll(async () => {
  store = await openTemporaryStore();
  client = EventStoreDBClient.connectionString(store.connectionString);
});
afterAll(async () => {
  await client.dispose();
  await store.remove();
});

const happened = (data: Record<string, string | number> = {}) =>
  jsonEvent({ type: 'test.Happened.v1', data });
const megabytes = (count: number) => happened({ filler: 'm'.repeat(count * 1024 * 1024) });
async function countIn(stream: string): Promise<number> {
  let count = 0;
  for await (const { event } of client.readStream(stream)) if (event?.revision === BigInt(count)) count++;
  return count;
}

describe.each(roads)('a large append by %s', (road, how) => {
  const name = (what: string) => `${what}-${road.length}`;

  it('of 10,000 events is stored whole when they are within 1 MiB', async () => {
    const events = Array.from({ length: 10_000 }, (_, n) => happened({ n }));
    const { nextExpectedRevision } = await client.appendToStream(name('many'), events, how);
    expect(nextExpectedRevision).toBe(9_999n);
    expect(await countIn(name('many'))).toBe(10_000);
  });

  it('of 10,000 events is refused with the limit when they are not, and nothing is stored', async () => {
    const filler = 'f'.repeat(120);
    const events = Array.from({ length: 10_000 }, () => happened({ filler }));
    const appending = client.appendToStream(name('too-many'), events, how);
    await expect(appending).rejects.toThrow(MaxAppendSizeExceededError);
    await expect(countIn(name('too-many'))).rejects.toThrow(/not found/);
  });

  it('of one event of 2 MB is refused with the limit', async () => {
    const appending = client.appendToStream(name('large'), megabytes(2), how);
    const refusal = await appending.catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(MaxAppendSizeExceededError);
    expect((refusal as MaxAppendSizeExceededError).maxAppendSize).toBe(1_048_576);
  });

  it('that is refused leaves the appends around it alone', async () => {
    const stream = name('around');
    const outcomes = await Promise.allSettled([
      client.appendToStream(stream, happened(), how),
      client.appendToStream(stream, megabytes(2), how),
      client.appendToStream(stream, happened(), how),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await countIn(stream)).toBe(2);
  });
});

describe("a stream's name of 10,000 characters", () => {
  const names = [
    ['one byte', (end: string) => 'x'.repeat(10_000 - end.length) + end],
    ['four bytes', (end: string) => '🌸'.repeat(5_000 - end.length) + end],
  ] as const;

  it.each(names)(
    'of %s each comes back from a read, from $all and from a subscription',
    async (_bytes, of) => {
      const stream = of('read');
      const { position } = await client.appendToStream(stream, happened());
      expect(await countIn(stream)).toBe(1);
      const found: (string | undefined)[] = [];
      const at = { direction: 'forwards', fromPosition: position ?? START, maxCount: 1 } as const;
      for await (const { event } of client.readAll(at)) found.push(event?.streamId);
      expect(found).toEqual([stream]);
      const subscription = client.subscribeToStream(stream, { fromRevision: START });
      const [{ event }] = (await once(subscription, 'data')) as [{ event?: { streamId: string } }];
      expect(event?.streamId).toBe(stream);
      await subscription.unsubscribe();
    },
  );

  it.each(names)('of %s each is named, or shortened, where an error speaks of it', async (_bytes, of) => {
    const stream = of('gone');
    await client.appendToStream(stream, happened());
    const unexpected = client.appendToStream(stream, happened(), {
      expectedRevision: NO_STREAM,
      credentials: CREDENTIALS,
    });
    await expect(unexpected).rejects.toThrow(WrongExpectedVersionError);
    const deleting = client.deleteStream(stream, { expectedRevision: 7n });
    await expect(deleting).rejects.toThrow(WrongExpectedVersionError);
    await client.tombstoneStream(stream);
    await expect(countIn(stream)).rejects.toThrow(StreamDeletedError);
    for (const [, how] of roads)
      await expect(client.appendToStream(stream, happened(), how)).rejects.toThrow(StreamDeletedError);
  });

  it('is possible, one of 100,000 is not, and is told so', async () => {
    const endless = 'x'.repeat(100_000);
    const words = /100000 characters: at most 65536/;
    await expect(countIn(endless)).rejects.toThrow(words);
    const appending = client.appendToStream(endless, happened(), { credentials: CREDENTIALS });
    await expect(appending).rejects.toThrow(words);
    await expect(client.deleteStream(endless)).rejects.toThrow(words);
  });
});

describe('metadata with numbers beyond reason', () => {
  it('is kept, hides nothing it should not, and can be read after a restart', async () => {
    const stream = 'beyond-1';
    await client.appendToStream(stream, [happened(), happened()]);
    const metadata = { maxAge: Number.MAX_SAFE_INTEGER, maxCount: Number.MAX_SAFE_INTEGER };
    await client.setStreamMetadata(stream, metadata);
    expect(await countIn(stream)).toBe(2);
    await client.dispose();
    await store.stop();
    await store.startAgain();
    client = EventStoreDBClient.connectionString(store.connectionString);
    expect(await countIn(stream)).toBe(2);
    expect((await client.getStreamMetadata(stream)).metadata).toEqual(metadata);
  });
});
