import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect as connectHttp2 } from 'node:http2';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { frame } from './grpc/frames.js';
import { bytesField } from './protobuf/wire-writer.js';
import { RawGrpc, STREAMS } from './testing/raw-grpc.js';
import {
  appendOptions,
  batchAppend,
  ofStream,
  proposedEvent,
  readRequest,
  subscription,
} from './testing/raw-messages.js';
import { SpawnedStore } from './testing/spawned-store.js';
import { until } from './testing/until.js';

const MEGABYTE = 1024 * 1024;
/** Bytes of requests. */
const ENDLESS = 8 * MEGABYTE;

let dataDir = '';
let store: SpawnedStore;
let client: EventStoreDBClient;
let port = 0;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'event-store-'));
  store = SpawnedStore.spawn({ DATA_DIR: dataDir, EVENTSTORE_PORT: '0' });
  const connectionString = await store.connectionString();
  client = EventStoreDBClient.connectionString(connectionString);
  port = Number(new URL(connectionString.replace('esdb:', 'http:')).port);
  await client.appendToStream('served', happened());
});
afterEach(async () => {
  expect((await client.appendToStream('served', happened())).success).toBe(true);
  await client.dispose();
  await store.kill('SIGKILL');
  await rm(dataDir, { recursive: true, force: true });
});

const happened = (filler = '') => jsonEvent({ type: 'test.Happened.v1', data: { filler } });

/** One round of what a port may meet in bad weather. */
async function badWeather(): Promise<void> {
  const raw = new RawGrpc(port);
  const large = frame(
    batchAppend(appendOptions('large'), [proposedEvent({ data: Buffer.alloc(2 * MEGABYTE, 32) })]),
  );
  await Promise.all([
    ...Array.from({ length: 20 }, () => raw.abandon(`${STREAMS}/BatchAppend`, large.subarray(0, 100_000))),
    ...Array.from({ length: 5 }, () => raw.call({ path: `${STREAMS}/BatchAppend`, body: [large] })),
    raw.call({ path: `${STREAMS}/Append`, body: [Buffer.from([0, 255, 255, 255, 255])], ends: false }),
    raw.call({ path: `${STREAMS}/Nothing`, body: [large], ends: false }),
    raw.unary(`${STREAMS}/Read`, readRequest({ of: ofStream('served'), howMuch: subscription() }), {
      'grpc-timeout': '10m',
    }),
    raw.unary(`${STREAMS}/Delete`, bytesField(1, Buffer.alloc(50_000))),
  ]);
  raw.close();
  await Promise.all(
    Array.from({ length: 10 }, async (_, n) => {
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => socket.destroy());
      socket.write(n % 2 === 0 ? 'GET / HTTP/1.1\r\nHo' : Buffer.alloc(1_000, n));
      await new Promise((resolve) => setImmediate(resolve));
      socket.resetAndDestroy();
    }),
  );
}

describe('a store in bad weather', () => {
  it('holds no more connections and hardly more memory after the fortieth round than after the tenth', async () => {
    // given a store that has met all of it already
    for (let round = 0; round < 10; round++) await badWeather();
    const before = store.holdings();
    // when
    for (let round = 0; round < 30; round++) await badWeather();
    // then
    await until(() => store.holdings().open <= before.open);
    expect(store.holdings().bytes - before.bytes).toBeLessThan(60 * MEGABYTE);
  }, 120_000);
});

describe('readers who do not read', () => {
  /** A connection with so many subscriptions of which nothing is taken. */
  function lag(subscriptions: number) {
    const session = connectHttp2(`http://127.0.0.1:${port}`);
    session.on('error', () => undefined);
    const request = frame(readRequest({ of: ofStream('watched'), howMuch: subscription() }));
    for (let n = 0; n < subscriptions; n++) {
      const path = `${STREAMS}/Read`;
      const stream = session.request({
        ':method': 'POST',
        ':path': path,
        'content-type': 'application/grpc',
      });
      stream.on('error', () => undefined);
      stream.end(request);
    }
    return session;
  }

  it('cost the store a bounded part each, whatever is written meanwhile', async () => {
    // given a hundred readers who take nothing
    const lagging = Array.from({ length: 10 }, () => lag(10));
    await client.appendToStream(
      'watched',
      Array.from({ length: 900 }, () => happened('x'.repeat(1_000))),
    );
    const before = store.holdings();
    // when much more is written than the store may hold for them
    const part = Array.from({ length: 900 }, () => happened('x'.repeat(1_000)));
    for (let n = 0; n < 40; n++)
      await client.appendToStream(
        'watched',
        part.map(({ data, type }) => jsonEvent({ data, type })),
      );
    // then 36 MB times a hundred did not pile up
    expect(store.holdings().bytes - before.bytes).toBeLessThan(150 * MEGABYTE);
    for (const session of lagging) session.destroy();
  }, 120_000);

  it('of the answers to their appends are not listened to any further', async () => {
    // given a client that appends for ever and takes no answer
    const before = store.holdings();
    const session = connectHttp2(`http://127.0.0.1:${port}`, { settings: { initialWindowSize: 0 } });
    session.on('error', () => undefined);
    const stream = session.request({
      ':method': 'POST',
      ':path': `${STREAMS}/BatchAppend`,
      'content-type': 'application/grpc',
    });
    stream.on('error', () => undefined);
    // An append that is refused costs the client little and asks for an answer as any other.
    const refused = frame(batchAppend(appendOptions('x'), [proposedEvent({ type: '' })]));
    const many = Buffer.concat(Array.from({ length: 400 }, () => refused));
    let taken = 0;
    let sent = 0;
    const feed = (): void => {
      if (sent >= ENDLESS) return;
      sent += many.length;
      stream.write(many, () => {
        taken += many.length;
        feed();
      });
    };
    // when
    feed();
    let seen = -1;
    let still = 0;
    await until(() => {
      still = taken === seen ? still + 1 : 0;
      seen = taken;
      return still > 150 || taken >= ENDLESS;
    }, 60_000);
    // then the store has stopped to take them before their answers fill its memory, and goes on when they are read
    expect(taken).toBeLessThan(ENDLESS);
    expect(store.holdings().bytes - before.bytes).toBeLessThan(60 * MEGABYTE);
    stream.resume();
    session.settings({ initialWindowSize: MEGABYTE });
    await until(() => taken >= ENDLESS, 60_000);
    session.destroy();
  }, 120_000);
});
