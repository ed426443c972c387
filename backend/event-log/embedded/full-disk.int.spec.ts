import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EventStoreDBClient, FORWARDS, jsonEvent, START, type JSONEventData } from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { EventLogUnavailable } from '../errors.js';
import { connectEventLog } from '../eventstoredb/connect-event-log.js';
import { reportedFigures } from '../testing/sample-events.js';
import { smallDisk, type SmallDisk } from './testing/small-disk.js';
import { SpawnedStore } from './testing/spawned-store.js';
import { until } from './testing/until.js';
import { verify } from './upkeep/verify.js';

/** More than any reserve on the disk holds. */
const MANY = 400;
const WITH_THE_CALL = { credentials: { username: 'admin', password: 'changeit' } };

let disk: SmallDisk;
let store: SpawnedStore;
let connectionString = '';
let client: EventStoreDBClient;

beforeEach(async () => {
  disk = smallDisk();
  store = SpawnedStore.spawn({ DATA_DIR: disk.folder, EVENTSTORE_PORT: '0' });
  connectionString = await store.connectionString();
  client = EventStoreDBClient.connectionString(connectionString);
});
afterEach(async () => {
  await client.dispose();
  await store.kill('SIGKILL');
  disk.remove();
});

const large = () => jsonEvent({ type: 'test.Large.v1', data: { text: randomUUID().repeat(1_000) } });
const small = () => jsonEvent({ type: 'test.Small.v1', data: {} });

/** Appends until the store refuses. Resolves to the ids that it acknowledged and to the refusal. */
async function appendUntilRefused(
  make: () => JSONEventData,
): Promise<{ acknowledged: string[]; refusal: unknown }> {
  const acknowledged: string[] = [];
  for (let n = 0; n < MANY; n++) {
    const event = make();
    try {
      await client.appendToStream('large-1', [event]);
    } catch (refusal) {
      return { acknowledged, refusal };
    }
    acknowledged.push(event.id);
  }
  throw new Error('the disk never became full');
}

async function stored(): Promise<string[]> {
  const ids: string[] = [];
  for await (const { event } of client.readStream('large-1', { direction: FORWARDS, fromRevision: START }))
    if (event !== undefined) ids.push(event.id);
  return ids;
}

describe('an event store on a full disk', () => {
  it('refuses appends and says why, reads and follows as before, and goes on by itself when there is room', async () => {
    // given a follower and a disk that fills up
    const followed: string[] = [];
    const subscription = client.subscribeToStream('large-1');
    subscription.on('data', ({ event }) => followed.push(event?.id ?? ''));
    await client.appendToStream('large-1', [large()]);
    disk.fill(store.pid);
    // when appends go on
    const larges = await appendUntilRefused(large);
    const smalls = await appendUntilRefused(small);
    const acknowledged = [...larges.acknowledged, ...smalls.acknowledged];
    // then one is refused on every road, and the adapter calls it unavailable
    for (const { refusal } of [larges, smalls])
      expect(String(refusal)).toMatch(/the disk (is full|refuses to write).*nothing of this was stored/);
    await expect(client.appendToStream('large-1', [large()], WITH_THE_CALL)).rejects.toThrow(/the disk/);
    await expect(client.deleteStream('large-1')).rejects.toThrow(/RESOURCE_EXHAUSTED.*the disk/);
    const log = connectEventLog(connectionString);
    const observed = log.append('observation-1', 'no-stream', [reportedFigures()]);
    await expect(observed).rejects.toThrow(EventLogUnavailable);
    await expect(observed).rejects.toThrow(/the disk/);
    await log.close();
    // and everything before it can be read and has reached the follower
    expect((await stored()).slice(1)).toEqual(acknowledged);
    await until(() => followed.length === acknowledged.length + 1);
    // and the store has complained of it, not of every append
    expect(store.complaints).toMatch(/the disk/);
    expect(store.complaints.split('\n').length).toBeLessThan(5);
    // when there is room again
    disk.free(store.pid);
    const after = large();
    await client.appendToStream('large-1', [after]);
    // then the same server, client and follower go on
    await until(() => followed.at(-1) === after.id);
    expect((await stored()).slice(1)).toEqual([...acknowledged, after.id]);
    expect(followed.slice(1)).toEqual([...acknowledged, after.id]);
    // and the file is sound after a kill
    await subscription.unsubscribe();
    await store.kill('SIGKILL');
    const said: string[] = [];
    await verify(join(disk.folder, 'eventstore', 'events.sqlite'), (line) => said.push(line));
    expect(said.join('\n')).toContain('all is well');
  }, 90_000);
});
