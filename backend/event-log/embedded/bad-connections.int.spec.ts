import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import fc from 'fast-check';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedEventStore, type EmbeddedEventStore } from './server.js';
import { RawGrpc, STREAMS } from './testing/raw-grpc.js';
import { atMost, ofAllFromStart, readRequest } from './testing/raw-messages.js';

const PATIENCE = { greetingMs: 300, pingMs: 500 };
const PREFACE = Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 'latin1');
/** A frame header of HTTP/2: length, type, flags, stream. */
const frameHeader = (length: number, type: number, flags: number, stream: number): Buffer =>
  Buffer.from([
    length >> 16,
    (length >> 8) & 255,
    length & 255,
    type,
    flags,
    0,
    0,
    stream >> 8,
    stream & 255,
  ]);
const SETTINGS = frameHeader(0, 4, 0, 0);

let dir = '';
let store: EmbeddedEventStore;
let client: EventStoreDBClient;
let faults: unknown[] = [];

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'event-store-'));
  faults = [];
  store = await startEmbeddedEventStore({
    file: join(dir, 'events.sqlite'),
    port: 0,
    patience: PATIENCE,
    reportFault: (fault) => faults.push(fault),
  });
  client = EventStoreDBClient.connectionString(store.connectionString);
  await client.appendToStream('served', happened());
});
afterEach(async () => {
  // Whatever happened, the store serves its other client on the connection that it had, and found no fault in itself.
  expect((await client.appendToStream('served', happened())).success).toBe(true);
  expect(faults).toEqual([]);
  await client.dispose();
  await store.close();
  await rm(dir, { recursive: true, force: true });
});

const happened = () => jsonEvent({ type: 'test.Happened.v1', data: {} });

function open(): { socket: Socket; closed: Promise<string> } {
  const socket = connect(store.port, '127.0.0.1');
  let received = '';
  socket.on('data', (chunk: Buffer) => (received += chunk.toString('latin1')));
  socket.on('error', () => socket.destroy());
  return { socket, closed: new Promise((resolve) => socket.once('close', () => resolve(received))) };
}
/** Sends the bytes, keeps the connection open, and waits until the store ends it. Resolves to what it said. */
function say(bytes: Uint8Array): Promise<string> {
  const { socket, closed } = open();
  socket.write(bytes);
  return closed;
}

describe('a connection that is no client of an event store', () => {
  it('is cut off when it says nothing', async () => {
    expect(await open().closed).toBe('');
  });

  it('is cut off when it sends garbage, of any kind and length', async () => {
    const anyGarbage = fc.uint8Array({ minLength: 1, maxLength: 2_000 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyGarbage, { minLength: 5, maxLength: 5 }),
        fc.boolean(),
        async (some, greets) => {
          const sent = some.map((bytes) => (greets ? Buffer.concat([PREFACE, SETTINGS, bytes]) : bytes));
          await Promise.all(sent.map(say));
        },
      ),
      { numRuns: 6 },
    );
  }, 60_000);

  it.each([
    ['half a request', 'GET /health/live HTTP/1.1\r\nHost: somewhere', ''],
    ['a request that never ends its headers', `GET / HTTP/1.1\r\n${'X-Filler: y\r\n'.repeat(500)}`, ''],
    ['headers without end', `GET / HTTP/1.1\r\nX: ${'y'.repeat(100_000)}`, '431'],
    ['a line that is no request', 'hello, is anyone there?\r\n\r\n', '400'],
    [
      'a request with a body that does not come',
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99\r\n\r\n',
      '404',
    ],
    [
      'a wish for another protocol',
      'GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n',
      '',
    ],
  ])('is cut off when it sends HTTP/1 with %s', async (_what, sent, status) => {
    const answer = await say(Buffer.from(sent, 'latin1'));
    if (status !== '') expect(answer).toContain(`HTTP/1.1 ${status} `);
  });

  it('is told in plain words where it is when it speaks HTTP/1 well', async () => {
    const response = await fetch(`http://127.0.0.1:${store.port}/web`);
    expect(response.status).toBe(404);
    expect(await response.text()).toMatch(/connect with an esdb:\/\/ connection string/);
  });

  it.each([
    ['a part of the greeting', PREFACE.subarray(0, 9)],
    ['the greeting alone', PREFACE],
    ['two bytes of the greeting', PREFACE.subarray(0, 2)],
    ['a frame longer than HTTP/2 allows', Buffer.concat([PREFACE, SETTINGS, frameHeader(0xffffff, 0, 0, 1)])],
    [
      'data of a call that was never begun',
      Buffer.concat([PREFACE, SETTINGS, frameHeader(4, 0, 0, 1), Buffer.alloc(4)]),
    ],
    [
      'headers that cannot be decoded',
      Buffer.concat([PREFACE, SETTINGS, frameHeader(8, 1, 4, 1), Buffer.alloc(8, 0xff)]),
    ],
    ['settings of a wrong length', Buffer.concat([PREFACE, frameHeader(5, 4, 0, 0), Buffer.alloc(5)])],
  ])('is cut off when it sends %s of HTTP/2', async (_what, bytes) => {
    await say(bytes);
  });

  it('is served when its greeting comes byte by byte', async () => {
    const { socket, closed } = open();
    socket.setNoDelay(true);
    for (const byte of Buffer.concat([PREFACE, SETTINGS]))
      await new Promise<void>((resolve) => socket.write(Buffer.from([byte]), () => resolve()));
    // The store greets back with its own settings; it would have ended a connection of HTTP/1.
    await new Promise((resolve) => socket.once('data', resolve));
    socket.destroy();
    expect(await closed).not.toContain('HTTP/1.1');
  });
});

describe('a request over HTTP/2 that is no gRPC', () => {
  it.each([
    ['a wrong content type', { 'content-type': 'application/json' }, 415, /asks for application\/grpc/],
    ['the content type of gRPC-Web', { 'content-type': 'application/grpc-web+proto' }, 415, /grpc-web/],
    ['another method than POST', { ':method': 'GET' }, 405, /GET is no gRPC/],
  ])('is refused for %s', async (_what, headers, httpStatus, words) => {
    const raw = new RawGrpc(store.port);
    const request = readRequest({ of: ofAllFromStart(), howMuch: atMost(1) });
    const answer = await raw.unary(`${STREAMS}/Read`, request, headers);
    expect(answer.httpStatus).toBe(httpStatus);
    expect(answer.message).toMatch(words);
    raw.close();
  });

  it('gets the health of the store', async () => {
    const raw = new RawGrpc(store.port);
    const answer = await raw.call({ path: '/health/live', headers: { ':method': 'GET' } });
    expect(answer.httpStatus).toBe(204);
    raw.close();
  });
});

describe('a call that its client leaves', () => {
  it.each(['Read', 'Append', 'BatchAppend', 'Delete'])(
    'in half a message of %s is forgotten',
    async (method) => {
      const raw = new RawGrpc(store.port);
      for (let n = 0; n < 20; n++)
        await raw.abandon(`${STREAMS}/${method}`, Buffer.from([0, 0, 0, 1, 0, 10, 200, 1]));
      const request = readRequest({ of: ofAllFromStart(), howMuch: atMost(1) });
      const answer = await raw.unary(`${STREAMS}/Read`, request);
      expect([answer.status, answer.messages.length]).toEqual([0, 1]);
      raw.close();
    },
  );

  it('together with its connection is forgotten', async () => {
    for (let n = 0; n < 20; n++) {
      const raw = new RawGrpc(store.port);
      const left = raw.call({ path: `${STREAMS}/BatchAppend`, body: [Buffer.from([0, 0, 0])], ends: false });
      raw.close();
      await left;
    }
  });
});
