import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EventStoreDBClient, jsonEvent, START, UnavailableError } from '@eventstore/db-client';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  EventFileInUse,
  EventFileUnusable,
  PortUnusable,
  startEmbeddedEventStore,
  type EmbeddedEventStore,
} from './server.js';

let dir = '';
const stores: EmbeddedEventStore[] = [];
const clients: EventStoreDBClient[] = [];

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'event-store-'));
});
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.dispose()));
  await Promise.all(stores.splice(0).map((store) => store.close()));
  await rm(dir, { recursive: true, force: true });
});

async function start(name = 'events.sqlite', port = 0): Promise<EmbeddedEventStore> {
  const store = await startEmbeddedEventStore({ file: join(dir, name), port });
  stores.push(store);
  return store;
}

function clientOf(store: EmbeddedEventStore): EventStoreDBClient {
  const client = EventStoreDBClient.connectionString(store.connectionString);
  clients.push(client);
  return client;
}

const happened = () => jsonEvent({ type: 'test.Happened.v1', data: {} });

/** Sends bytes that are no gRPC and waits until the store ends the connection. */
async function sendGarbage(port: number, bytes: Buffer): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => socket.destroy());
  socket.resume();
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.end(bytes);
  await closed;
}

describe('the file of an event store', () => {
  it('is refused to a second store while the first has it, and given to it afterwards', async () => {
    // given
    const first = await start();
    // when, then
    await expect(start()).rejects.toThrow(EventFileInUse);
    await expect(start()).rejects.toThrow(/events\.sqlite is in use/);
    await first.close();
    await expect(start()).resolves.toBeDefined();
  });

  it('keeps what was appended before a close', async () => {
    // given
    const first = await start();
    await clientOf(first).appendToStream('kept-1', happened());
    await first.close();
    // when
    const second = clientOf(await start());
    const appended = await second.appendToStream('kept-1', happened());
    // then
    expect(appended.nextExpectedRevision).toBe(1n);
  });

  it('is refused when it holds something else', async () => {
    // given
    await writeFile(
      join(dir, 'notes.txt'),
      'these are no events, only a few notes of somebody\n'.repeat(100),
    );
    // when, then
    await expect(start('notes.txt')).rejects.toThrow(EventFileUnusable);
    await expect(start('notes.txt')).rejects.toThrow(/notes\.txt cannot be opened as an event file/);
  });
});

describe('the port of an event store', () => {
  it('is refused in one sentence when another program listens on it', async () => {
    // given
    const { port } = await start();
    // when, then
    await expect(start('other.sqlite', port)).rejects.toThrow(PortUnusable);
    await expect(start('other.sqlite', port)).rejects.toThrow(`cannot listen on 127.0.0.1:${port}`);
  });

  it('cuts off what is no gRPC and goes on serving its clients', async () => {
    // given a client with a connection
    const store = await start();
    const client = clientOf(store);
    await client.appendToStream('served-1', happened());
    // when
    await sendGarbage(store.port, Buffer.from('hello, is anyone there?\r\n\r\n'));
    await sendGarbage(
      store.port,
      Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\nand now something else entirely'),
    );
    await sendGarbage(store.port, Buffer.alloc(70_000, 0xff));
    // then
    const appended = await client.appendToStream('served-1', happened());
    expect(appended.nextExpectedRevision).toBe(1n);
  });

  it('answers the health check that EventStoreDB answers', async () => {
    const { port } = await start();
    const response = await fetch(`http://127.0.0.1:${port}/health/live`);
    expect(response.status).toBe(204);
  });

  it('serves a client that discovers its cluster by gossip', async () => {
    const { port } = await start();
    const client = EventStoreDBClient.connectionString(`esdb+discover://127.0.0.1:${port}?tls=false`);
    clients.push(client);
    const appended = await client.appendToStream('discovered-1', happened());
    expect(appended.success).toBe(true);
  });

  it('says which call it does not implement', async () => {
    const client = clientOf(await start());
    await expect(client.listProjections()).rejects.toThrow(/UNIMPLEMENTED.*Projections\/Statistics/);
  });
});

describe('an event store that closes', () => {
  it('ends its subscriptions as unavailable', async () => {
    // given a live subscription
    const store = await start();
    const subscription = clientOf(store).subscribeToAll({ fromPosition: START });
    subscription.resume();
    await once(subscription, 'caughtUp');
    const failure = new Promise((resolve) => subscription.once('error', resolve));
    // when
    await store.close();
    // then
    expect(await failure).toBeInstanceOf(UnavailableError);
  });

  it('can be closed twice', async () => {
    const store = await start();
    await store.close();
    await expect(store.close()).resolves.toBeUndefined();
  });
});
