import { LENGTH_DELIMITED, VARINT } from './wire-reader.js';

/** Bytes that `value` (an unsigned number below 2^53) takes as a varint. */
export function varintSize(value: number): number {
  let size = 1;
  for (let rest = value; rest >= 128; rest = Math.floor(rest / 128)) size++;
  return size;
}

/** Writes `value` as a varint and returns the offset behind it. */
export function writeVarint(buffer: Buffer, offset: number, value: number): number {
  let at = offset;
  let rest = value;
  while (rest >= 128) {
    buffer[at++] = (rest % 128) + 128;
    rest = Math.floor(rest / 128);
  }
  buffer[at++] = rest;
  return at;
}

/** Field numbers up to 15 fit into one tag byte; the protocol has no higher ones. */
export const tagOf = (field: number, wireType: number): number => field * 8 + wireType;

/** A varint field; zero is written too, because an optional zero is not an absent one. */
export function varintField(field: number, value: number): Buffer {
  const bytes = Buffer.allocUnsafe(1 + varintSize(value));
  bytes[0] = tagOf(field, VARINT);
  writeVarint(bytes, 1, value);
  return bytes;
}

/** A text, bytes or message field made of the given parts. */
export function bytesField(field: number, ...parts: readonly Uint8Array[]): Buffer {
  let length = 0;
  for (const part of parts) length += part.length;
  const bytes = Buffer.allocUnsafe(1 + varintSize(length) + length);
  bytes[0] = tagOf(field, LENGTH_DELIMITED);
  let at = writeVarint(bytes, 1, length);
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

export const textField = (field: number, text: string): Buffer =>
  bytesField(field, Buffer.from(text, 'utf8'));
