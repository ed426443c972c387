/** Cuts a gRPC body into its messages: a flag byte, four bytes of length, the message. */
export class GrpcFrames {
  #held: Buffer[] = [];
  #heldBytes = 0;

  /** The messages that are complete with this chunk. */
  push(chunk: Buffer): Buffer[] {
    this.#held.push(chunk);
    this.#heldBytes += chunk.length;
    const messages: Buffer[] = [];
    // Joined when a message is whole, and not at every chunk of it: large ones would be copied again and again.
    while (this.#heldBytes >= HEADER_BYTES) {
      const end = HEADER_BYTES + this.#join(HEADER_BYTES).readUInt32BE(1);
      if (this.#heldBytes < end) break;
      const whole = this.#join(end);
      messages.push(whole.subarray(HEADER_BYTES, end));
      this.#held[0] = whole.subarray(end);
      this.#heldBytes -= end;
    }
    return messages;
  }

  /** The first chunk, which then holds at least so many bytes. */
  #join(bytes: number): Buffer {
    const [first] = this.#held;
    if (first && first.length >= bytes) return first;
    const joined = Buffer.concat(this.#held);
    this.#held = [joined];
    return joined;
  }
}

export function grpcFrame(message: Uint8Array): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt32BE(message.length, 1);
  return Buffer.concat([header, message]);
}

const HEADER_BYTES = 5;
