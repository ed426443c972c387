import { GrpcError, GrpcStatus } from './grpc-error.js';

const HEADER_BYTES = 5;
/** Above what any valid request needs: one append may hold a megabyte, and too large ones must still be answered. */
export const MAX_MESSAGE_BYTES = 32 * 1024 * 1024;

/** For requests that carry no events. */
export const MAX_REQUEST_BYTES = 1024 * 1024;

/** One gRPC message on the wire: a zero byte (not compressed), its length, itself. */
export function frame(...parts: readonly Uint8Array[]): Buffer {
  let length = 0;
  for (const part of parts) length += part.length;
  const bytes = Buffer.allocUnsafe(HEADER_BYTES + length);
  bytes[0] = 0;
  bytes.writeUInt32BE(length, 1);
  let at = HEADER_BYTES;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Writes the header of a message of `length` bytes and returns the offset behind it. */
export function writeFrameHeader(buffer: Buffer, length: number): number {
  buffer[0] = 0;
  buffer.writeUInt32BE(length, 1);
  return HEADER_BYTES;
}

export const messageOf = (framed: Uint8Array): Uint8Array => framed.subarray(HEADER_BYTES);
export const FRAME_HEADER_BYTES = HEADER_BYTES;

/** Cuts what arrives into whole messages; keeps the rest until more comes. */
export class FrameReader {
  private chunks: Buffer[] = [];
  private buffered = 0;

  constructor(private readonly maxBytes = MAX_MESSAGE_BYTES) {}

  /** Messages completed by this chunk. Throws GrpcError for a compressed or an oversized message. */
  push(chunk: Buffer): Buffer[] {
    this.chunks.push(chunk);
    this.buffered += chunk.length;
    const messages: Buffer[] = [];
    for (;;) {
      const needed = this.neededBytes();
      if (this.buffered < needed || needed === 0) return messages;
      const whole = this.take(needed);
      messages.push(whole.subarray(HEADER_BYTES));
    }
  }

  /** True while part of a message has arrived and the rest has not. */
  get isMidMessage(): boolean {
    return this.buffered > 0;
  }

  private neededBytes(): number {
    if (this.buffered < HEADER_BYTES) return 0;
    let head = this.chunks[0];
    if (head === undefined || head.length < HEADER_BYTES) {
      head = Buffer.concat(this.chunks);
      this.chunks = [head];
    }
    if (head[0] !== 0) throw unreadable(head[0]);
    const length = head.readUInt32BE(1);
    if (length > this.maxBytes) {
      throw new GrpcError(
        GrpcStatus.ResourceExhausted,
        `a message may hold at most ${this.maxBytes} bytes, got ${length}`,
      );
    }
    return HEADER_BYTES + length;
  }

  private take(length: number): Buffer {
    const first = this.chunks[0];
    const joined = first !== undefined && first.length >= length ? first : Buffer.concat(this.chunks);
    const restOfFirst = joined === first ? this.chunks.slice(1) : [];
    const rest = joined.subarray(length);
    this.chunks = rest.length > 0 ? [rest, ...restOfFirst] : restOfFirst;
    this.buffered -= length;
    return joined.subarray(0, length);
  }
}

/** The first byte of a message is 0, or 1 for a compressed one; the trailer names what the client may send instead. */
function unreadable(flag: number | undefined): GrpcError {
  if (flag !== 1)
    return new GrpcError(GrpcStatus.InvalidArgument, 'the request is malformed: this is no gRPC message');
  const spoken = { 'grpc-accept-encoding': 'identity' };
  return new GrpcError(GrpcStatus.Unimplemented, 'compressed messages are not supported', spoken);
}
