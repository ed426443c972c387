import type { WireReader } from './wire-reader.js';

const DASHES = new Set([8, 13, 18, 23]);
const HEX_VALUE = new Uint8Array(256).fill(255);
for (const [value, digit] of [...'0123456789abcdef'].entries()) {
  HEX_VALUE[digit.charCodeAt(0)] = value;
  HEX_VALUE[digit.toUpperCase().charCodeAt(0)] = value;
}
const HEX_DIGITS = Buffer.from('0123456789abcdef', 'latin1');

/** The sixteen bytes of a UUID written with dashes; undefined if it is none. */
export function uuidFromText(text: Uint8Array): Buffer | undefined {
  if (text.length !== 36) return undefined;
  const id = Buffer.allocUnsafe(16);
  let at = 0;
  for (let index = 0; index < 36;) {
    if (DASHES.has(index)) {
      if (text[index] !== 0x2d) return undefined;
      index++;
      continue;
    }
    const high = HEX_VALUE[text[index] ?? 0] ?? 255;
    const low = HEX_VALUE[text[index + 1] ?? 0] ?? 255;
    if (high === 255 || low === 255) return undefined;
    id[at++] = high * 16 + low;
    index += 2;
  }
  return id;
}

/** Writes a UUID as 36 characters and returns the offset behind them. */
export function writeUuidText(target: Buffer, offset: number, id: Uint8Array): number {
  let at = offset;
  for (let index = 0; index < 16; index++) {
    if (index === 4 || index === 6 || index === 8 || index === 10) target[at++] = 0x2d;
    const byte = id[index] ?? 0;
    target[at++] = HEX_DIGITS[byte >> 4] ?? 0;
    target[at++] = HEX_DIGITS[byte & 15] ?? 0;
  }
  return at;
}

/**
 * Reads the protocol's UUID message, as text (field 2) or as two 64-bit halves (field 1).
 * Undefined if it holds no valid UUID.
 */
export function readUuid(message: WireReader): Buffer | undefined {
  let id: Buffer | undefined;
  while (message.next()) {
    if (message.field === 2) id = uuidFromText(message.bytes());
    else if (message.field === 1) id = readHalves(message.message());
    else message.skip();
  }
  return id;
}

function readHalves(halves: WireReader): Buffer {
  const id = Buffer.alloc(16);
  while (halves.next()) {
    if (halves.field === 1) id.writeBigUInt64BE(halves.bigVarint(), 0);
    else if (halves.field === 2) id.writeBigUInt64BE(halves.bigVarint(), 8);
    else halves.skip();
  }
  return id;
}
