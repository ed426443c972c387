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
import { SpawnedStore } from './testing/spawned-store.js';
import { until } from './testing/until.js';

interface Acknowledged {
  readonly stream: string;
  readonly id: string;
  readonly revision: bigint;
}

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

/** Appends to one stream until the store is gone. */
async function writeUntilGone(
  client: EventStoreDBClient,
  stream: string,
  acknowledged: Acknowledged[],
): Promise<void> {
  let expectedRevision: AppendExpectedRevision = NO_STREAM;
  for (let n = 0; ; n++) {
    const id = randomUUID();
    const appended: AppendResult | undefined = await client
      .appendToStream(stream, event(id, n), { expectedRevision })
      .catch(() => undefined);
    if (appended === undefined) return;
    expectedRevision = appended.nextExpectedRevision;
    acknowledged.push({ stream, id, revision: appended.nextExpectedRevision });
  }
}

describe('an event store that is killed', () => {
  it('has every acknowledged append after the restart, once and at its revision, and no gap in $all', async () => {
    // given sixteen writers at work
    const { store, client } = await start();
    const acknowledged: Acknowledged[] = [];
    const writers = Array.from({ length: 16 }, (_, w) => writeUntilGone(client, `killed-${w}`, acknowledged));
    await until(() => acknowledged.length >= 400);
    // when the process is killed in the middle of it
    await store.kill('SIGKILL');
    await Promise.all(writers);
    // then a new process on the same file has them all
    const { client: next } = await start();
    const found = new Map<string, { stream: string; revision: bigint }>();
    const positions: bigint[] = [];
    for await (const { event: stored } of next.readAll({ direction: FORWARDS, fromPosition: START })) {
      if (stored === undefined) continue;
      expect(found.has(stored.id)).toBe(false);
      found.set(stored.id, { stream: stored.streamId, revision: stored.revision });
      positions.push(stored.position?.commit ?? 0n);
    }
    for (const { id, stream, revision } of acknowledged) expect(found.get(id)).toEqual({ stream, revision });
    const steps = new Set(positions.slice(1).map((position, index) => position - (positions[index] ?? 0n)));
    expect(steps.size).toBe(1);
  }, 60_000);

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
