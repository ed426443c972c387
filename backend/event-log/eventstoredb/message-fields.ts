const VARINT = 0;
const FIXED64 = 1;
const LENGTH_DELIMITED = 2;
const FIXED32 = 5;

/** Walks the fields of one protobuf message, between two places of a buffer, without copying. */
export class MessageFields {
  /** Number of the field that `next` found. */
  field = 0;
  private wireType = 0;

  /** @throws Error (as every method) where the bytes end too early or are no message */
  constructor(
    private readonly buffer: Buffer,
    private at: number,
    private readonly end: number,
  ) {
    if (end > buffer.length) throw cutOff();
  }

  /** Moves to the next field; false at the end of the message. */
  next(): boolean {
    if (this.at >= this.end) return false;
    const tag = this.small();
    this.field = tag >>> 3;
    this.wireType = tag & 7;
    return true;
  }

  /** A number with all its 64 bits. */
  unsigned(): bigint {
    let value = 0;
    let factor = 1;
    for (let at = this.at; at < this.end && factor < 2 ** 49; factor *= 128) {
      const byte = this.buffer[at++] ?? 0;
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) {
        this.at = at;
        return BigInt(value);
      }
    }
    return this.long();
  }

  text(): string {
    const { start, end } = this.extent();
    return this.buffer.toString('utf8', start, end);
  }

  /** A view: valid as long as the buffer. */
  bytes(): Buffer {
    const { start, end } = this.extent();
    return this.buffer.subarray(start, end);
  }

  message(): MessageFields {
    const { start, end } = this.extent();
    return new MessageFields(this.buffer, start, end);
  }

  skip(): void {
    if (this.wireType === VARINT) this.long();
    else if (this.wireType === LENGTH_DELIMITED) this.extent();
    else if (this.wireType === FIXED64) this.at += 8;
    else if (this.wireType === FIXED32) this.at += 4;
    else throw new Error(`field ${this.field} has the unknown wire type ${this.wireType}`);
    if (this.at > this.end) throw cutOff();
  }

  /** Leaves a length-delimited field behind and tells where it lies. */
  private extent(): { start: number; end: number } {
    if (this.wireType !== LENGTH_DELIMITED) throw new Error(`field ${this.field} holds no bytes`);
    const length = this.small();
    const start = this.at;
    this.at += length;
    if (this.at > this.end) throw cutOff();
    return { start, end: this.at };
  }

  /** A tag or a length: below 2^31. */
  private small(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      if (this.at >= this.end) throw cutOff();
      const byte = this.buffer[this.at++] ?? 0;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
    throw new Error('a length is longer than five bytes');
  }

  private long(): bigint {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      if (this.at >= this.end) throw cutOff();
      const byte = this.buffer[this.at++] ?? 0;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return BigInt.asUintN(64, value);
    }
    throw new Error('a number is longer than ten bytes');
  }
}

const cutOff = (): Error => new Error('a message of the event store is cut off');
