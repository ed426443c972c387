import { isUtf8 } from 'node:buffer';

/** The bytes are not a protobuf message of the expected kind. */
export class MalformedMessage extends Error {
  override readonly name = 'MalformedMessage';
}

export const VARINT = 0;
const FIXED64 = 1;
export const LENGTH_DELIMITED = 2;
const FIXED32 = 5;

/**
 * Walks the fields of one protobuf message without copying: byte fields come back as views into the buffer.
 * The append requests are read with it because the generated classes copy and re-encode every event.
 */
export class WireReader {
  private offset: number;
  /** Number and wire type of the field that `next` found. */
  field = 0;
  wireType = 0;

  constructor(
    private readonly buffer: Buffer,
    start = 0,
    private readonly end = buffer.length,
  ) {
    this.offset = start;
  }

  /** Moves to the next field; false at the end of the message. */
  next(): boolean {
    if (this.offset >= this.end) return false;
    const tag = this.varint();
    this.field = Math.floor(tag / 8);
    this.wireType = tag % 8;
    if (this.field === 0) throw new MalformedMessage('a field has the number 0');
    return true;
  }

  /** An unsigned number; above 2^53 its lowest bits are lost, which no field of ours can reach honestly. */
  varint(): number {
    let value = 0;
    let factor = 1;
    for (let count = 0; count < 10; count++) {
      if (this.offset >= this.end) throw new MalformedMessage('a number is cut off');
      const byte = this.buffer[this.offset++] ?? 0;
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
      factor *= 128;
    }
    throw new MalformedMessage('a number is longer than ten bytes');
  }

  /** An unsigned number with all its 64 bits. */
  bigVarint(): bigint {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      if (this.offset >= this.end) throw new MalformedMessage('a number is cut off');
      const byte = this.buffer[this.offset++] ?? 0;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return BigInt.asUintN(64, value);
    }
    throw new MalformedMessage('a number is longer than ten bytes');
  }

  /** The bytes of a length-delimited field: a view, valid as long as the buffer. */
  bytes(): Buffer {
    if (this.wireType !== LENGTH_DELIMITED) throw new MalformedMessage(`field ${this.field} holds no bytes`);
    const length = this.varint();
    const start = this.offset;
    if (start + length > this.end) throw new MalformedMessage(`field ${this.field} is cut off`);
    this.offset = start + length;
    return this.buffer.subarray(start, this.offset);
  }

  text(): string {
    return utf8(this.bytes(), `field ${this.field}`);
  }

  /** The number that this field holds, where it must hold one. */
  number(): number {
    if (this.wireType !== VARINT) throw new MalformedMessage(`field ${this.field} holds no number`);
    return this.varint();
  }

  message(): WireReader {
    return new WireReader(this.bytes());
  }

  /** Passes over what this field holds: newer clients may send fields that are unknown here. */
  skip(): void {
    if (this.wireType === VARINT) this.varint();
    else if (this.wireType === LENGTH_DELIMITED) this.bytes();
    else if (this.wireType === FIXED64) this.leap(8);
    else if (this.wireType === FIXED32) this.leap(4);
    else throw new MalformedMessage(`field ${this.field} has the unknown wire type ${this.wireType}`);
  }

  private leap(bytes: number): void {
    this.offset += bytes;
    if (this.offset > this.end) throw new MalformedMessage(`field ${this.field} is cut off`);
  }
}

/** The text, as it was meant. @throws MalformedMessage where decoding would put other characters in place of what came. */
export function utf8(bytes: Uint8Array, what: string): string {
  if (!isUtf8(bytes)) throw new MalformedMessage(`${what} is not valid UTF-8`);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}
