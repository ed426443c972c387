import type { RequestListener } from 'node:http';
import {
  createServer,
  type Http2Server,
  type IncomingHttpHeaders,
  type ServerHttp2Session,
  type ServerHttp2Stream,
} from 'node:http2';
import { createServer as createPort, type AddressInfo, type Server, type Socket } from 'node:net';
import { ArrivingSockets } from './arriving-sockets.js';
import { GrpcCall } from './grpc-call.js';
import { GrpcError, GrpcStatus } from './grpc-error.js';
import { answerNoGrpc, isGrpc } from './no-grpc.js';
import { cutOffWhenSilent, DEFAULT_PATIENCE, type Patience } from './silent-sessions.js';
import { PortUnusable } from './port-unusable.js';

export type GrpcHandler = (call: GrpcCall) => void;

/** Large appends arrive without waiting for window updates. */
const STREAM_WINDOW_BYTES = 2 * 1024 * 1024;
const SESSION_WINDOW_BYTES = 16 * 1024 * 1024;
const SESSION_MEMORY_MEGABYTES = 256;
/** Calls that one connection may have open: far more than any client has, far fewer than would fill the memory. */
const MAX_CALLS = 10_000;
/** How long a client may take to read the last word when the server closes. */
const CLOSING_MS = 1_000;
/** A client that is gone without a word is noticed after this silence of its connection. */
const PROBE_AFTER_MS = 60_000;

/** Accepts gRPC calls over HTTP/2 without TLS and hands each to the handler of its path; plain HTTP/1 goes to `plain`. */
export class GrpcListener {
  private readonly port: Server;
  private readonly http2: Http2Server;
  private readonly sockets = new Set<Socket>();
  private readonly arriving: ArrivingSockets;
  private readonly sessions = new Set<ServerHttp2Session>();
  private readonly calls = new Set<GrpcCall>();

  constructor(
    private readonly handlers: ReadonlyMap<string, GrpcHandler>,
    plain: RequestListener,
    private readonly reportFault: (fault: unknown) => void,
    private readonly patience: Patience = DEFAULT_PATIENCE,
  ) {
    this.http2 = createServer({
      settings: { initialWindowSize: STREAM_WINDOW_BYTES, maxConcurrentStreams: MAX_CALLS },
      maxSessionMemory: SESSION_MEMORY_MEGABYTES,
    });
    this.http2.on('session', (session) => {
      this.onSession(session);
    });
    this.http2.on('stream', (stream, headers) => {
      this.onStream(stream, headers);
    });
    // What does not keep to HTTP/2 is cut off; the other connections never hear of it.
    this.http2.on('sessionError', (_error, session) => {
      session.destroy();
    });
    // Imported in the usual way it would bring along a whole HTTP client and six megabytes of memory.
    const http1 = process.getBuiltinModule('node:http').createServer(plain);
    const doors = {
      http2: (socket: Socket) => void this.http2.emit('connection', socket),
      http1: (socket: Socket) => void http1.emit('connection', socket),
    };
    this.arriving = new ArrivingSockets(doors, patience.greetingMs);
    const perSocket = { noDelay: true, keepAlive: true, keepAliveInitialDelay: PROBE_AFTER_MS };
    this.port = createPort(perSocket, (socket) => {
      this.onSocket(socket);
    });
  }

  /** Resolves to the port. Throws PortUnusable. */
  listen(port: number, host: string): Promise<number> {
    return new Promise((resolve, reject) => {
      const onError = (cause: NodeJS.ErrnoException): void => {
        const reason = cause.code === 'EADDRINUSE' ? 'another program listens there' : cause.message;
        reject(new PortUnusable(`cannot listen on ${host}:${port}: ${reason}`, { cause }));
      };
      this.port.once('error', onError);
      this.port.listen(port, host, () => {
        this.port.off('error', onError);
        this.port.on('error', this.reportFault);
        resolve((this.port.address() as AddressInfo).port);
      });
    });
  }

  /** Ends every call with UNAVAILABLE, then every connection. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => {
      this.port.close(() => {
        resolve();
      });
    });
    for (const call of this.calls)
      call.fail(new GrpcError(GrpcStatus.Unavailable, 'the event store is closing'));
    for (const session of this.sessions) session.close();
    this.arriving.destroyAll();
    const late = setTimeout(() => {
      for (const session of this.sessions) session.destroy();
      for (const socket of this.sockets) socket.destroy();
    }, CLOSING_MS);
    await closed;
    clearTimeout(late);
  }

  private onSocket(socket: Socket): void {
    this.sockets.add(socket);
    socket.once('close', () => {
      this.sockets.delete(socket);
    });
    // A connection that breaks off is the peer's business; `close` follows.
    socket.on('error', () => {
      socket.destroy();
    });
    this.arriving.add(socket);
  }

  private onSession(session: ServerHttp2Session): void {
    this.sessions.add(session);
    session.setLocalWindowSize(SESSION_WINDOW_BYTES);
    cutOffWhenSilent(session, this.patience);
    session.once('close', () => {
      this.sessions.delete(session);
    });
  }

  private onStream(stream: ServerHttp2Stream, headers: IncomingHttpHeaders): void {
    if (!isGrpc(headers)) {
      answerNoGrpc(stream, headers);
      return;
    }
    const call = new GrpcCall(stream, headers, this.reportFault);
    this.calls.add(call);
    call.whenClosed(() => {
      this.calls.delete(call);
    });
    const path = headers[':path'] ?? '';
    const handler = this.handlers.get(path);
    if (handler === undefined) {
      stream.resume();
      call.fail(
        new GrpcError(GrpcStatus.Unimplemented, `the embedded event store does not implement ${path}`),
      );
      return;
    }
    handler(call);
  }
}
