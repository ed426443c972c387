import { once } from 'node:events';
import {
  connect,
  constants,
  createServer,
  type ClientHttp2Session,
  type Http2Server,
  type IncomingHttpHeaders,
  type OutgoingHttpHeaders,
  type ServerHttp2Stream,
} from 'node:http2';
import type { AddressInfo } from 'node:net';
import { GrpcFrames } from '../faults/grpc-frames.js';
import type { Danger } from './danger.js';
import { PassingCall } from './passing-call.js';

/**
 * A server with a real store behind it that does what real servers were seen to do when things go wrong: it passes
 * every call on to the store, until a danger takes a message out of its hands.
 */
export class MisbehavingServer {
  #danger: Danger | undefined;
  #server: Http2Server | undefined;
  #port = 0;
  #awake: Promise<void> = Promise.resolve();
  readonly #open = new Set<{ destroy(): void }>();

  private constructor(private readonly target: string) {}

  /** @param connectionString of the store behind */
  static async start(connectionString: string): Promise<MisbehavingServer> {
    const server = new MisbehavingServer(new URL(connectionString.replace(/^esdb:/, 'http:')).origin);
    await server.startAgain();
    return server;
  }

  get connectionString(): string {
    return `esdb://127.0.0.1:${this.#port}?tls=false`;
  }

  /** From now on; undefined: behaves. */
  misbehave(danger: Danger | undefined): void {
    this.#danger = danger;
  }

  /** Takes connections and calls, and does nothing about them until the function that it gives is called. */
  sleep(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#awake = promise;
    return resolve;
  }

  /** Breaks every connection, and takes new ones. */
  drop(): void {
    for (const session of this.#open) session.destroy();
  }

  /** Breaks every connection and listens no more; what the store behind has stored stays. */
  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (!server) return;
    const closed = once(server, 'close');
    server.close();
    this.drop();
    await closed;
  }

  /** At the same address. */
  async startAgain(): Promise<void> {
    const server = createServer();
    server.on('session', (session) => {
      const store = connect(this.target);
      const ends = [session, store];
      for (const end of ends) {
        this.#open.add(end);
        end.on('error', () => undefined);
        end.on('close', () => {
          this.#open.delete(end);
          for (const other of ends) other.destroy();
        });
      }
      session.on('stream', (stream, headers) => {
        stream.on('error', () => undefined);
        void this.#awake.then(
          () => stream.destroyed || store.destroyed || this.#pass(stream, headers, store),
        );
      });
    });
    server.listen(this.#port, '127.0.0.1');
    await once(server, 'listening');
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  #pass(client: ServerHttp2Stream, headers: IncomingHttpHeaders, session: ClientHttp2Session): void {
    const path = String(headers[':path']);
    const store = session.request(withoutConnection(headers), { endStream: false });
    const call = new PassingCall(path.slice(path.lastIndexOf('/') + 1), client, store);
    const requests = new GrpcFrames();
    client.on('data', (chunk: Buffer) => {
      for (const message of requests.push(chunk)) {
        call.learn(message);
        if (!this.#danger?.takes('request', message, call)) call.toStore(message);
      }
    });
    client.on('end', () => store.end());
    const answers = new GrpcFrames();
    let status: IncomingHttpHeaders = {};
    store.on('response', (answer) => (status = answer));
    store.on('trailers', (trailers: IncomingHttpHeaders) => (status = trailers));
    store.on('data', (chunk: Buffer) => {
      for (const message of answers.push(chunk))
        if (!this.#danger?.takes('answer', message, call)) call.toClient(message);
    });
    store.on('end', () => endAsStore(call, status));
    store.on('error', () => undefined);
    client.on('close', () => store.close(constants.NGHTTP2_CANCEL));
    store.on('close', () => {
      if (!call.isOver) client.close(constants.NGHTTP2_CANCEL);
    });
  }
}

function endAsStore(call: PassingCall, status: IncomingHttpHeaders): void {
  const { 'grpc-status': code, 'grpc-message': message, ...rest } = status;
  const details = Object.entries(rest).filter(([name]) => !name.startsWith(':') && name !== 'content-type');
  call.end(Number(code ?? 0), typeof message === 'string' ? message : '', Object.fromEntries(details));
}

/** Headers without what belongs to one connection alone. */
function withoutConnection(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  const { ':authority': _authority, host: _host, ...rest } = headers;
  return { ...rest };
}
