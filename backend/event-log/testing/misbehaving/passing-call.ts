import streamsMessages from '@eventstore/db-client/generated/streams_pb.js';
import {
  constants,
  type ClientHttp2Stream,
  type OutgoingHttpHeaders,
  type ServerHttp2Stream,
} from 'node:http2';
import { grpcFrame } from '../faults/grpc-frames.js';

export type CallKind = 'append' | 'read' | 'subscription' | 'other';

const OK = 0;
const NOTHING = Buffer.alloc(0);

/** One gRPC call between a client and the store behind, in the hands of whoever wants to spoil it. */
export class PassingCall {
  kind: CallKind;
  #trailers: OutgoingHttpHeaders = { 'grpc-status': String(OK) };
  #isSilent = false;
  #isOver = false;

  constructor(
    method: string,
    private readonly client: ServerHttp2Stream,
    private readonly store: ClientHttp2Stream,
  ) {
    this.kind = method === 'BatchAppend' ? 'append' : method === 'Read' ? 'read' : 'other';
    client.on('wantTrailers', () => client.sendTrailers(this.#trailers));
  }

  /** Reads and subscriptions are one method; the first request tells them apart. */
  learn(request: Buffer): void {
    if (this.kind !== 'read') return;
    const options = streamsMessages.ReadReq.deserializeBinary(request).getOptions();
    if (options?.hasSubscription()) this.kind = 'subscription';
  }

  toStore(message: Uint8Array): void {
    if (!this.#isOver && this.store.writable) this.store.write(grpcFrame(message));
  }

  toClient(message: Uint8Array): void {
    this.#send(grpcFrame(message));
  }

  /** So much of a message, header and all, that it cannot be read. */
  halfToClient(message: Uint8Array): void {
    const frame = grpcFrame(message);
    this.#send(frame.subarray(0, Math.ceil(frame.length / 2)));
  }

  /** Bytes that are no message at all. */
  garbageToClient(bytes: Buffer): void {
    this.#send(bytes);
  }

  /** Nothing more goes either way, and nobody is told. */
  silence(): void {
    this.#isSilent = true;
  }

  /** The store has no more part in it. */
  get isOver(): boolean {
    return this.#isSilent || this.#isOver;
  }

  /** Ends the call with a gRPC status and what else belongs to it, as a server does that is still well. */
  end(code: number, message = '', details: OutgoingHttpHeaders = {}): void {
    if (this.#isOver || this.#isSilent || this.client.destroyed) return;
    this.#trailers = {
      ...details,
      'grpc-status': String(code),
      ...(message ? { 'grpc-message': message } : {}),
    };
    this.#isOver = true;
    this.#respond();
    this.client.end();
    this.#leaveStore();
  }

  /** Ends the call with RST_STREAM. */
  reset(http2Code: number): void {
    this.#afterWhatWasSent(() => this.client.close(http2Code));
  }

  /** Ends every call of the client, as a process that was killed does. */
  breakConnection(): void {
    const { session } = this.client;
    this.#afterWhatWasSent(() => session?.destroy());
  }

  /** Says that no new calls are taken on this connection, and closes it. */
  goAway(): void {
    this.client.session?.goaway(constants.NGHTTP2_NO_ERROR);
    this.breakConnection();
  }

  // Node drops what it has not sent yet: without this a client that is to be broken off at its eighth event sees none.
  #afterWhatWasSent(end: () => void): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#leaveStore();
    this.#respond();
    this.client.write(NOTHING, () => setImmediate(end));
  }

  #leaveStore(): void {
    this.store.close(constants.NGHTTP2_CANCEL);
  }

  #send(bytes: Buffer): void {
    if (this.#isOver || this.#isSilent || !this.client.writable) return;
    this.#respond();
    this.client.write(bytes);
  }

  #respond(): void {
    if (this.client.headersSent || this.client.destroyed) return;
    this.client.respond(
      { ':status': 200, 'content-type': 'application/grpc+proto' },
      { waitForTrailers: true },
    );
  }
}
