import type { Characters } from './characters.js';

/** The table of the CRC-32 of PKZIP, reflected. */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/**
 * PostgreSQL's "legacy" CRC-32, which walks the reflected table as if it were not reflected; pg_trgm makes three bytes of
 * a trigram with longer characters by it (`compact_trigram` in contrib/pg_trgm/trgm_op.c), so we must, too.
 */
function legacyCrc(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = ((crc << 8) ^ (TABLE[((crc >>> 24) ^ byte) & 0xff] ?? 0)) >>> 0;
  return (crc ^ 0xffffffff) >>> 0;
}

const encoder = new TextEncoder();

/** 24 bits as pg_trgm has them. */
function trigramOf(characters: string): number {
  const [a, b, c] = [characters.charCodeAt(0), characters.charCodeAt(1), characters.charCodeAt(2)];
  if (characters.length === 3 && (a | b | c) < 0x80) return (a << 16) | (b << 8) | c;
  const bytes = encoder.encode(characters);
  // The first three bytes of the number as it lies in memory.
  const crc = legacyCrc(bytes);
  return ((crc & 0xff) << 16) | (crc & 0xff00) | ((crc >>> 16) & 0xff);
}

/**
 * The trigrams of a text in their order, repeats included: each word with two blanks before it and one behind
 * (`generate_trgm_only` in contrib/pg_trgm/trgm_op.c). All characters of the text must be known.
 */
export function trigramsOf(text: string, characters: Characters): number[] {
  return characters.wordsOf(text).flatMap((word) => {
    const padded = ['  ', ...word, ' '].flatMap((part) => [...part]);
    return padded.slice(2).map((_, i) => trigramOf(padded.slice(i, i + 3).join('')));
  });
}
