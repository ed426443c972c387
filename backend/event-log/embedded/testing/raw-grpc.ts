import { connect, constants, type ClientHttp2Session, type OutgoingHttpHeaders } from 'node:http2';
import { frame, FrameReader } from '../grpc/frames.js';

export const STREAMS = '/event_store.client.streams.Streams';

/** How a call ended, and what came before. */
export interface RawAnswer {
  /** HTTP's own. */
  readonly httpStatus: number;
  /** gRPC's, undefined where the call ended without one. */
  readonly status: number | undefined;
  readonly message: string;
  readonly trailers: Readonly<Record<string, unknown>>;
  readonly messages: readonly Buffer[];
  /** HTTP/2's reason of a call that was reset, 0 for none. */
  readonly reset: number;
}

export interface RawRequest {
  readonly path: string;
  /** The bytes of the body as they go out: see `frame`. */
  readonly body?: readonly Uint8Array[];
  readonly headers?: OutgoingHttpHeaders;
  /** False: more is to come, for ever. */
  readonly ends?: boolean;
}

/** A gRPC client that says whatever it is told to, right or wrong. */
export class RawGrpc {
  private readonly session: ClientHttp2Session;

  constructor(port: number) {
    // Megabytes: Node would otherwise end a session itself that has much to send.
    this.session = connect(`http://127.0.0.1:${port}`, { maxSessionMemory: 500 });
    // What becomes of a call its answer tells.
    this.session.on('error', () => undefined);
  }

  /** Sends the request and resolves when the call is over, however it ends. */
  call({ path, body = [], headers = {}, ends = true }: RawRequest): Promise<RawAnswer> {
    const stream = this.session.request(
      {
        ':method': 'POST',
        ':path': path,
        'content-type': 'application/grpc+proto',
        te: 'trailers',
        ...headers,
      },
      { endStream: false },
    );
    for (const bytes of body) stream.write(bytes);
    if (ends) stream.end();
    let response: Record<string, unknown> = {};
    let trailers: Record<string, unknown> = {};
    const messages: Buffer[] = [];
    const reader = new FrameReader();
    const text: Buffer[] = [];
    stream.on('response', (received) => (response = { ...received }));
    stream.on('trailers', (received: Record<string, unknown>) => (trailers = { ...received }));
    stream.on('data', (chunk: Buffer) => {
      text.push(chunk);
      if (String(response['content-type']).startsWith('application/grpc'))
        messages.push(...reader.push(chunk));
    });
    stream.on('error', () => undefined);
    return new Promise((resolve) => {
      stream.once('close', () => {
        const last: Record<string, unknown> = { ...response, ...trailers };
        const status = last['grpc-status'];
        const written = last['grpc-message'];
        resolve({
          httpStatus: Number(response[':status'] ?? 0),
          status: status === undefined ? undefined : Number(status),
          message: typeof written === 'string' ? decodeURIComponent(written) : Buffer.concat(text).toString(),
          trailers: last,
          messages,
          reset: stream.rstCode,
        });
      });
    });
  }

  /** One message, framed. */
  unary(path: string, message: Uint8Array, headers: OutgoingHttpHeaders = {}): Promise<RawAnswer> {
    return this.call({ path, body: [frame(message)], headers });
  }

  /** Begins a call, sends these bytes, and resets it when they have left. */
  async abandon(path: string, bytes: Uint8Array): Promise<void> {
    const stream = this.session.request({
      ':method': 'POST',
      ':path': path,
      'content-type': 'application/grpc',
    });
    stream.on('error', () => undefined);
    await new Promise<void>((resolve) => stream.write(bytes, () => resolve()));
    const closed = new Promise<void>((resolve) => stream.once('close', () => resolve()));
    stream.close(constants.NGHTTP2_CANCEL);
    await closed;
  }

  close(): void {
    this.session.destroy();
  }
}
