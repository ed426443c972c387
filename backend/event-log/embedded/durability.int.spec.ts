import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  EventStoreDBClient,
  FORWARDS,
  jsonEvent,
  NO_STREAM,
  START,
  type AppendExpectedRevision,
  type AppendResult,
} from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SeededRandom } from '../testing/history/seeded-random.js';
import { SpawnedStore } from './testing/spawned-store.js';
import { until } from './testing/until.js';
import { verify } from './upkeep/verify.js';

/** An append that was sent: its events, in order, and the revision of the first, once the store has answered. */
interface Sent {
  readonly stream: string;
  readonly ids: readonly string[];
  revision: bigint | undefined;
}

const ROUNDS = 4;
const WRITERS = 16;

let dataDir = '';
const spawned: SpawnedStore[] = [];
const clients: EventStoreDBClient[] = [];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'event-store-'));
});
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.dispose()));
  await Promise.all(spawned.splice(0).map((store) => store.kill('SIGKILL')));
  await rm(dataDir, { recursive: true, force: true });
});

async function start(): Promise<{ store: SpawnedStore; client: EventStoreDBClient }> {
  const store = SpawnedStore.spawn({ DATA_DIR: dataDir, EVENTSTORE_PORT: '0' });
  spawned.push(store);
  const client = EventStoreDBClient.connectionString(await store.connectionString());
  clients.push(client);
  return { store, client };
}

const event = (id: string, n: number) => jsonEvent({ id, type: 'test.Happened.v1', data: { n } });

/** Appends one to five events at a time to one stream until the store is gone. */
async function writeUntilGone(
  client: EventStoreDBClient,
  stream: string,
  random: SeededRandom,
  sent: Sent[],
): Promise<void> {
  let expectedRevision: AppendExpectedRevision = NO_STREAM;
  for (let n = 0; ; n++) {
    const ids = Array.from({ length: 1 + random.below(5) }, () => randomUUID());
    const events = ids.map((id) => event(id, n));
    const append: Sent = { stream, ids, revision: undefined };
    sent.push(append);
    const appended: AppendResult | undefined = await client
      .appendToStream(stream, events, { expectedRevision })
      .catch(() => undefined);
    if (appended === undefined) return;
    expectedRevision = appended.nextExpectedRevision;
    append.revision = appended.nextExpectedRevision - BigInt(ids.length - 1);
  }
}

/** Every event of `$all` by its id. */
async function everything(
  client: EventStoreDBClient,
): Promise<Map<string, { stream: string; revision: bigint }>> {
  const found = new Map<string, { stream: string; revision: bigint }>();
  for await (const { event: stored } of client.readAll({ direction: FORWARDS, fromPosition: START })) {
    if (stored === undefined) continue;
    expect(found.has(stored.id)).toBe(false);
    found.set(stored.id, { stream: stored.streamId, revision: stored.revision });
  }
  return found;
}

describe('an event store that is killed', () => {
  it('again and again, has every acknowledged append once and at its revision, none in part, and a sound file', async () => {
    const random = new SeededRandom(21);
    const sent: Sent[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      // given a store on the file that the killed one left, and writers at work
      const { store, client } = await start();
      const writers = Array.from({ length: WRITERS }, (_, w) =>
        writeUntilGone(client, `killed-${round}-${w}`, random, sent),
      );
      // when it is killed at some moment of it
      const enough = sent.length + WRITERS + random.below(300);
      await until(() => sent.length >= enough);
      await store.kill('SIGKILL');
      await Promise.all(writers);
    }
    // then a new process on the same file has them all
    const { store, client } = await start();
    const found = await everything(client);
    for (const { ids, stream, revision } of sent) {
      const places = ids.map((id) => found.get(id));
      if (revision === undefined && places.every((place) => place === undefined)) continue;
      // and one without an answer as a whole, if it is there at all
      const first = revision ?? places[0]?.revision ?? 0n;
      expect(places).toEqual(ids.map((_id, index) => ({ stream, revision: first + BigInt(index) })));
    }
    // and the file is sound, without a gap in positions and revisions
    await store.kill('SIGTERM');
    const said: string[] = [];
    await verify(join(dataDir, 'eventstore', 'events.sqlite'), (line) => said.push(line));
    expect(said.join()).toMatch(/^all is well/);
  }, 90_000);

  it('knows the ids it has stored, so that a repeat after the restart is not stored twice', async () => {
    // given two events and a killed store
    const { store, client } = await start();
    const [first, second] = [randomUUID(), randomUUID()];
    await client.appendToStream('repeated-1', [event(first, 1), event(second, 2)]);
    await store.kill('SIGKILL');
    // when the same append is sent again, expecting nothing
    const { client: next } = await start();
    const repeat = await next.appendToStream('repeated-1', [event(first, 1), event(second, 2)]);
    // then it succeeds and the stream still holds two
    expect(repeat.nextExpectedRevision).toBe(1n);
    const ids: string[] = [];
    for await (const { event: stored } of next.readStream('repeated-1')) ids.push(stored?.id ?? '');
    expect(ids).toEqual([first, second]);
  }, 60_000);
});
