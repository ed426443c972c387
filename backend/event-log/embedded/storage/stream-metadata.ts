import { END_OF_STREAM } from './places.js';

/** What a stream's metadata says about how much of it may be read. Everything else in the metadata is the clients' business. */
export interface Truncation {
  readonly maxCount: number | undefined;
  readonly maxAgeMs: number | undefined;
  /** First revision that may be read; END_OF_STREAM: the stream is soft-deleted. */
  readonly truncateBefore: number | undefined;
}

export const NO_TRUNCATION: Truncation = {
  maxCount: undefined,
  maxAgeMs: undefined,
  truncateBefore: undefined,
};

/** `$tb` of a soft-deleted stream, in words: a JavaScript number would round it. */
export const SOFT_DELETED_METADATA = Buffer.from('{"$tb":9223372036854775807}', 'utf8');

/** Reads `$maxCount`, `$maxAge` (seconds) and `$tb`. What is no JSON object, or no sensible number, says nothing. */
export function truncationOf(metadata: Uint8Array): Truncation {
  const fields = fieldsOf(metadata);
  const maxAgeSeconds = wholeNumber(fields['$maxAge']);
  return {
    maxCount: positive(wholeNumber(fields['$maxCount'])),
    maxAgeMs: maxAgeSeconds === undefined || maxAgeSeconds === 0 ? undefined : inMs(maxAgeSeconds),
    truncateBefore: wholeNumber(fields['$tb']),
  };
}

/** The same metadata with another `$tb`: what an append to a soft-deleted stream leaves behind. */
export function withTruncateBefore(metadata: Uint8Array, revision: number): Buffer {
  return Buffer.from(JSON.stringify({ ...fieldsOf(metadata), $tb: revision }), 'utf8');
}

function fieldsOf(metadata: Uint8Array): Record<string, unknown> {
  const text = Buffer.from(metadata).toString('utf8');
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  } catch {
    // Clients may store anything in a metadata stream; what cannot be read limits nothing, as in EventStoreDB.
    return {};
  }
}

function wholeNumber(value: unknown): number | undefined {
  if (typeof value !== 'number' || Number.isNaN(value) || value < 0) return undefined;
  return Math.min(Math.floor(value), END_OF_STREAM);
}

/** What a JavaScript number cannot hold exactly, the file could not give back. */
const inMs = (seconds: number): number => Math.min(seconds * 1_000, END_OF_STREAM);

const positive = (value: number | undefined): number | undefined => (value === 0 ? undefined : value);
