import { once } from 'node:events';
import {
  connect,
  constants,
  createServer,
  type ClientHttp2Session,
  type IncomingHttpHeaders,
  type OutgoingHttpHeaders,
  type ServerHttp2Stream,
} from 'node:http2';
import type { AddressInfo } from 'node:net';
import type { Fault, FaultyCall } from './fault.js';
import { GrpcFrames, grpcFrame } from './grpc-frames.js';
import { throughRequest, throughResponse } from './messages-through.js';

export interface FaultyProxy {
  readonly connectionString: string;
  /** Breaks every connection at once, as a killed server does. */
  drop(): void;
  close(): Promise<void>;
}

/** Large appends pass without a pause for every 64 kB. */
const WINDOW = { initialWindowSize: 1024 * 1024 };

/** A gRPC proxy before a plain-text store that speaks as the store does, but for one fault. */
export async function startFaultyProxy(connectionString: string, fault: Fault): Promise<FaultyProxy> {
  const target = new URL(connectionString.replace(/^esdb:/, 'http:')).origin;
  const open = new Set<{ destroy(): void }>();
  const server = createServer({ settings: WINDOW });
  server.on('session', (session) => {
    const upstream = connect(target, { settings: WINDOW });
    upstream.on('error', () => session.destroy());
    upstream.on('close', () => session.destroy());
    session.on('error', () => upstream.destroy());
    session.on('close', () => upstream.destroy());
    session.on('stream', (stream, headers) => passCall(stream, headers, upstream, fault));
    open.add(session).add(upstream);
    session.on('close', () => open.delete(session) && open.delete(upstream));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const drop = () => {
    for (const session of open) session.destroy();
  };
  return {
    connectionString: `esdb://127.0.0.1:${port}?tls=false`,
    drop,
    close: async () => {
      drop();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function passCall(
  stream: ServerHttp2Stream,
  headers: IncomingHttpHeaders,
  upstream: ClientHttp2Session,
  fault: Fault,
): void {
  const path = String(headers[':path']);
  const method = path.slice(path.lastIndexOf('/') + 1);
  const call: FaultyCall = { method, memory: new Map() };
  const sentPath = path.slice(0, path.lastIndexOf('/') + 1) + (fault.method?.(method) ?? method);
  const out = upstream.request({ ...plain(headers), ':path': sentPath }, { endStream: false });
  let trailers: OutgoingHttpHeaders = {};
  const changed = (sent: OutgoingHttpHeaders) => fault.trailers?.(sent, call) ?? sent;

  const requests = new GrpcFrames();
  stream.on('data', (chunk: Buffer) => {
    for (const frame of requests.push(chunk))
      for (const message of throughRequest(fault, call, frame)) out.write(grpcFrame(message));
  });
  stream.on('end', () => out.end());

  const responses = new GrpcFrames();
  out.on('response', (answer, flags) => {
    const ended = (flags & constants.NGHTTP2_FLAG_END_STREAM) !== 0;
    const whole = ended ? changed(plain(answer)) : plain(answer);
    stream.respond(whole, ended ? { endStream: true } : { waitForTrailers: true });
  });
  out.on('trailers', (received: IncomingHttpHeaders) => (trailers = plain(received)));
  out.on('data', (chunk: Buffer) => {
    for (const frame of responses.push(chunk))
      for (const message of throughResponse(fault, call, frame))
        if (message === 'abort') {
          trailers = { 'grpc-status': '10', 'grpc-message': 'Consumer too slow' };
          stream.end();
          out.close(constants.NGHTTP2_CANCEL);
          return;
        } else if (stream.writable && !stream.write(grpcFrame(message))) out.pause();
  });
  // A reader that lags must be felt by the store, not be spared it by us.
  stream.on('drain', () => out.resume());
  out.on('end', () => stream.end());
  stream.on('wantTrailers', () => stream.sendTrailers(changed(trailers)));

  stream.on('error', () => out.close(constants.NGHTTP2_CANCEL));
  stream.on('close', () => out.close(constants.NGHTTP2_CANCEL));
  out.on('error', () => stream.close(constants.NGHTTP2_INTERNAL_ERROR));
}

/** Headers without what belongs to one connection alone. */
function plain(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  const { ':authority': _authority, host: _host, ...rest } = headers;
  return { ...rest };
}
