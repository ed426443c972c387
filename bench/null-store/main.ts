import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerHttp2Stream } from 'node:http2';
import type { AddressInfo, Socket } from 'node:net';
import { FrameReader } from '../../backend/event-log/embedded/grpc/frames.js';
import { readReadRequest } from '../../backend/event-log/embedded/messages/read-request.js';
import {
  caughtUpFrame,
  confirmationFrame,
} from '../../backend/event-log/embedded/messages/read-responses.js';
import { appended, correlationIfFinal, features, someEvents } from './answers.js';

// The yardstick of the event store: the same transport and the same answers on the wire, but nothing is decoded, checked or stored.
// Every append succeeds; a read gives as many events as it asks for, out of a few made at the start.
// NULL_STORE_EVENTS: how many events a subscription gets before it is said to have caught up.

const WINDOW_BYTES = 2 * 1024 * 1024;
const SESSION_WINDOW_BYTES = 16 * 1024 * 1024;
const PAGE_EVENTS = 500;
const HEADERS = { ':status': 200, 'content-type': 'application/grpc+proto' };

const stored = Number(process.env['NULL_STORE_EVENTS'] ?? 100_000);
const page = someEvents(PAGE_EVENTS);
const bytesPerEvent = page.length / PAGE_EVENTS;
/** The live subscriptions: each gets one event for every append. */
const followers = new Set<ServerHttp2Stream>();

function begin(stream: ServerHttp2Stream): void {
  stream.respond(HEADERS, { waitForTrailers: true });
  stream.on('wantTrailers', () => {
    stream.sendTrailers({ 'grpc-status': '0' });
  });
}

function onAppends(stream: ServerHttp2Stream): void {
  const frames = new FrameReader();
  begin(stream);
  stream.on('data', (chunk: Buffer) => {
    for (const message of frames.push(chunk)) {
      const correlation = correlationIfFinal(message);
      if (correlation === undefined) continue;
      stream.write(appended(correlation));
      for (const follower of followers) follower.write(page.subarray(0, bytesPerEvent));
    }
  });
  stream.on('end', () => stream.end());
}

async function sendEvents(stream: ServerHttp2Stream, count: number): Promise<void> {
  const closed = new AbortController();
  stream.once('close', () => {
    closed.abort();
  });
  for (let left = count; left > 0 && !stream.destroyed; left -= PAGE_EVENTS) {
    const isAll = stream.write(page.subarray(0, Math.min(left, PAGE_EVENTS) * bytesPerEvent));
    if (isAll) continue;
    await once(stream, 'drain', { signal: closed.signal }).catch(() => undefined);
  }
}

async function answerRead(stream: ServerHttp2Stream, request: Buffer): Promise<void> {
  const { maxCount, from } = readReadRequest(request);
  begin(stream);
  if (maxCount !== undefined) {
    if (maxCount <= PAGE_EVENTS) stream.end(page.subarray(0, maxCount * bytesPerEvent));
    else {
      await sendEvents(stream, Math.min(maxCount, stored));
      stream.end();
    }
    return;
  }
  stream.write(confirmationFrame('null'));
  if (from !== 'end') await sendEvents(stream, stored);
  stream.write(caughtUpFrame());
  followers.add(stream);
  stream.once('close', () => followers.delete(stream));
}

function onStream(stream: ServerHttp2Stream, headers: IncomingHttpHeaders): void {
  stream.on('error', () => stream.destroy());
  const path = headers[':path'] ?? '';
  if (path.endsWith('/BatchAppend')) {
    onAppends(stream);
    return;
  }
  const frames = new FrameReader();
  let request: Buffer | undefined;
  stream.on('data', (chunk: Buffer) => {
    [request] = frames.push(chunk);
  });
  stream.on('end', () => {
    if (path.endsWith('/Read') && request !== undefined) void answerRead(stream, request);
    else {
      begin(stream);
      stream.end(features());
    }
  });
}

const server = createServer({ settings: { initialWindowSize: WINDOW_BYTES } });
server.on('connection', (socket: Socket) => socket.setNoDelay(true));
server.on('session', (session) => {
  session.setLocalWindowSize(SESSION_WINDOW_BYTES);
});
server.on('stream', onStream);
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(
    `Null store ready: esdb://127.0.0.1:${(server.address() as AddressInfo).port}?tls=false\n`,
  );
});
process.once('SIGTERM', () => process.exit(0));
