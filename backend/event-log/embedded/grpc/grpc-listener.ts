import { createServer as createPlainServer, type RequestListener } from 'node:http';
import {
  createServer,
  type Http2Server,
  type IncomingHttpHeaders,
  type ServerHttp2Session,
  type ServerHttp2Stream,
} from 'node:http2';
import { createServer as createPort, type AddressInfo, type Server, type Socket } from 'node:net';
import { GrpcCall } from './grpc-call.js';
import { GrpcError, GrpcStatus } from './grpc-error.js';

export type GrpcHandler = (call: GrpcCall) => void;

/** The port cannot be listened on. */
export class PortUnusable extends Error {
  override readonly name = 'PortUnusable';
}

/** Large appends arrive without waiting for window updates. */
const STREAM_WINDOW_BYTES = 2 * 1024 * 1024;
const SESSION_WINDOW_BYTES = 16 * 1024 * 1024;
const SESSION_MEMORY_MEGABYTES = 256;
/** How long a client may take to read the last word when the server closes. */
const CLOSING_MS = 1_000;
/** First bytes of every HTTP/2 connection: `PRI * HTTP/2.0`. */
const HTTP2_PREFACE = Buffer.from('PRI', 'latin1');

/** Accepts gRPC calls over HTTP/2 without TLS and hands each to the handler of its path; plain HTTP/1 goes to `plain`. */
export class GrpcListener {
  private readonly port: Server;
  private readonly http2: Http2Server;
  private readonly sockets = new Set<Socket>();
  /** Connections that are not HTTP/2, or have not yet said so: nothing of theirs is worth waiting for. */
  private readonly undecided = new Set<Socket>();
  private readonly sessions = new Set<ServerHttp2Session>();
  private readonly calls = new Set<GrpcCall>();

  constructor(
    private readonly handlers: ReadonlyMap<string, GrpcHandler>,
    plain: RequestListener,
    private readonly reportFault: (fault: unknown) => void,
  ) {
    this.http2 = createServer({
      settings: { initialWindowSize: STREAM_WINDOW_BYTES },
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
    const http1 = createPlainServer(plain);
    this.port = createPort({ noDelay: true }, (socket) => {
      this.onSocket(socket, http1);
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
    for (const socket of this.undecided) socket.destroy();
    const late = setTimeout(() => {
      for (const session of this.sessions) session.destroy();
      for (const socket of this.sockets) socket.destroy();
    }, CLOSING_MS);
    await closed;
    clearTimeout(late);
  }

  /** The first bytes tell which protocol the peer speaks. */
  private onSocket(socket: Socket, http1: { emit(event: 'connection', socket: Socket): boolean }): void {
    this.sockets.add(socket);
    this.undecided.add(socket);
    socket.once('close', () => {
      this.sockets.delete(socket);
      this.undecided.delete(socket);
    });
    // A connection that breaks off is the peer's business; `close` follows.
    socket.on('error', () => {
      socket.destroy();
    });
    socket.once('readable', () => {
      const first = socket.read() as Buffer | null;
      if (first === null) return;
      socket.unshift(first);
      const isHttp2 = first.subarray(0, HTTP2_PREFACE.length).equals(HTTP2_PREFACE);
      if (isHttp2) this.undecided.delete(socket);
      (isHttp2 ? this.http2 : http1).emit('connection', socket);
    });
  }

  private onSession(session: ServerHttp2Session): void {
    this.sessions.add(session);
    session.setLocalWindowSize(SESSION_WINDOW_BYTES);
    session.once('close', () => {
      this.sessions.delete(session);
    });
  }

  private onStream(stream: ServerHttp2Stream, headers: IncomingHttpHeaders): void {
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
