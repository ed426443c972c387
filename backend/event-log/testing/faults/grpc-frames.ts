/** Cuts a gRPC body into its messages: a flag byte, four bytes of length, the message. */
export class GrpcFrames {
  #held: Buffer = Buffer.alloc(0);

  /** The messages that are complete with this chunk. */
  push(chunk: Buffer): Buffer[] {
    this.#held = this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk]);
    const messages: Buffer[] = [];
    while (this.#held.length >= HEADER_BYTES) {
      const end = HEADER_BYTES + this.#held.readUInt32BE(1);
      if (this.#held.length < end) break;
      messages.push(this.#held.subarray(HEADER_BYTES, end));
      this.#held = this.#held.subarray(end);
    }
    return messages;
  }
}

export function grpcFrame(message: Uint8Array): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt32BE(message.length, 1);
  return Buffer.concat([header, message]);
}

const HEADER_BYTES = 5;
