import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { binaryEvent, EventStoreDBClient } from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { catalogue } from '../../contracts/events/catalogue.js';
import { UnreadableEvent } from '../errors.js';
import type { AnyRecordedEvent, EventLog } from '../event-log.js';
import { followed } from '../testing/contract/followed.js';
import { goldenFilesBelow, repositoryRoot } from '../testing/golden-files.js';
import { reportedFigures } from '../testing/sample-events.js';
import { openTemporaryStore, type TemporaryStore } from '../testing/temporary-store.js';
import { closeClient } from './client-doors.js';
import { connectEventLog } from './connect-event-log.js';

const TYPE = 'observation.MetricsReported.v1';
const good = reportedFigures('good');
const data = Buffer.from(JSON.stringify(good.data));
const metadata = Buffer.from(JSON.stringify({ ...good.metadata, recordedAt: '2026-03-14T09:30:00.000Z' }));

/** The bytes of a text with another byte in place of its `?`: no UTF-8 any more. */
function withByte(text: string, byte: number): Buffer {
  const bytes = Buffer.from(text);
  bytes[bytes.indexOf('?')] = byte;
  return bytes;
}
const changed = (bytes: Buffer, change: object) =>
  Buffer.from(JSON.stringify({ ...(JSON.parse(bytes.toString()) as object), ...change }));

interface Stored {
  readonly type: string;
  readonly data: Buffer;
  readonly metadata: Buffer | undefined;
}

const broken: Record<string, Partial<Stored>> = {
  'an unknown type': { type: 'observation.Guessed.v1' },
  'a version newer than this program': { type: 'observation.MetricsReported.v99' },
  'a version that never was': { type: 'observation.MetricsReported.v0' },
  'data that is cut off': { data: data.subarray(0, data.length - 20) },
  'data of no bytes': { data: Buffer.alloc(0) },
  'data that is null': { data: Buffer.from('null') },
  'data that is a list': { data: Buffer.from(`[${data.toString()}]`) },
  'data that is not JSON': { data: Buffer.from([0x00, 0xff, 0x10, 0x80]) },
  'data that is not UTF-8 inside of a text': {
    data: withByte(changed(data, { keyword: 'plann?r' }).toString(), 0xe9),
  },
  'data with a byte order mark': { data: Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), data]) },
  'data without a field': { data: changed(data, { country: undefined }) },
  'data with a field that nobody knows': { data: changed(data, { guess: 1 }) },
  'data with a field named __proto__': {
    data: Buffer.from(data.toString().replace('{', '{"__proto__":{"country":"DE"},')),
  },
  'a number beyond all numbers': {
    data: Buffer.from(data.toString().replace('"value":1200', '"value":1e999')),
  },
  'no metadata': { metadata: undefined },
  'metadata that is cut off': { metadata: metadata.subarray(0, 30) },
  'metadata that is a text': { metadata: Buffer.from('"metadata"') },
  'metadata that is not UTF-8 inside of a text': {
    metadata: withByte(changed(metadata, { actor: 'Ren?' }).toString(), 0xe9),
  },
  'metadata without the moment of writing': { metadata: changed(metadata, { recordedAt: undefined }) },
  'a moment of writing that is none': { metadata: changed(metadata, { recordedAt: '2026-13-45' }) },
};

describe('an event in the log', () => {
  let store: TemporaryStore;
  let client: EventStoreDBClient;
  let log: EventLog;
  beforeEach(async () => {
    store = await openTemporaryStore();
    client = EventStoreDBClient.connectionString(store.connectionString);
    log = connectEventLog(store.connectionString);
  });
  afterEach(async () => {
    await log.close();
    await closeClient(client);
    await store.remove();
  });
  const write = async (stream: string, event: Partial<Stored>): Promise<bigint> => {
    const stored = { type: TYPE, data, metadata, ...event };
    const written = binaryEvent({
      type: stored.type,
      data: stored.data,
      ...(stored.metadata ? { metadata: stored.metadata } : {}),
    });
    return (await client.appendToStream(stream, written)).position?.commit ?? -1n;
  };
  const freshStream = () => `observation-${randomUUID()}`;
  const watched = () => ({ log, client: undefined as never, patienceMs: 15_000 });
  const all = async (events: AsyncIterable<AnyRecordedEvent>): Promise<AnyRecordedEvent[]> => {
    const list: AnyRecordedEvent[] = [];
    for await (const event of events) list.push(event);
    return list;
  };

  it.each(Object.entries(broken))(
    'with %s stops every reader there, by its type and place',
    async (_what, event) => {
      const [before, stream, after] = [freshStream(), freshStream(), freshStream()];
      const place = await write(before, {});
      const position = await write(stream, event);
      await write(after, {});
      const stop = { name: 'UnreadableEvent', type: event.type ?? TYPE, position };

      const got: string[] = [];
      const following = async (from: bigint | undefined) => {
        const signal = AbortSignal.timeout(15_000);
        for await (const item of log.follow({ after: from, typePrefixes: ['observation.'], signal }))
          if (item.kind === 'event') got.push(item.event.stream);
      };
      await expect(following(undefined)).rejects.toMatchObject(stop);
      await expect(following(place)).rejects.toMatchObject(stop);
      expect(got).toEqual([before]);
      await expect(all(log.readStream(stream))).rejects.toMatchObject(stop);
      await expect(all(log.readAll())).rejects.toMatchObject(stop);
      await expect(all(log.readAll({ backwards: true, limit: 2 }))).rejects.toThrow(UnreadableEvent);
    },
  );

  it('of a type that was chosen to be ignored is passed over, and its place is told', async () => {
    await log.close();
    log = connectEventLog(store.connectionString, { ignoredTypes: ['observation.Guessed.v1'] });
    const position = await write(freshStream(), { type: 'observation.Guessed.v1', data: Buffer.from('?') });
    const stream = freshStream();
    await write(stream, {});
    const seen = await followed(watched(), { after: undefined, typePrefixes: ['observation.'] }, (got) =>
      got.until(() => got.events.length > 0, 'the event after it'),
    );
    expect(seen.events.map((event) => event.stream)).toEqual([stream]);
    expect(seen.checkpoint).toBeGreaterThanOrEqual(position);
    expect(await all(log.readAll())).toHaveLength(1);
  });

  it('of every golden file, of whatever version, is read and followed as an event of today', async () => {
    const golden = goldenFilesBelow(join(repositoryRoot, 'backend/contracts/events'));
    const streams: string[] = [];
    for (const file of golden) {
      const stream = freshStream();
      streams.push(stream);
      const [json, facts] = [file.data, file.metadata].map((part) => Buffer.from(JSON.stringify(part)));
      await write(stream, { type: file.type, ...(json ? { data: json } : {}), metadata: facts });
    }
    const prefixes = [...new Set(golden.map(({ type }) => `${type.split('.')[0]}.`))];
    const seen = await followed(watched(), { after: undefined, typePrefixes: prefixes }, (got) =>
      got.until(() => got.events.length >= golden.length, 'every event'),
    );
    expect(seen.events.map((event) => event.stream)).toEqual(streams);
    for (const { type } of seen.events) expect(Object.keys(catalogue)).toContain(type);
    const whole = await all(log.readAll());
    expect(whole).toEqual(seen.events.map(({ dataJson: _bytes, ...event }) => event));
  });
});
