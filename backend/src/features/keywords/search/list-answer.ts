import { hash } from 'node:crypto';
import type { SentItem } from '../search-index/item-cache.js';

/** An answer as it is sent, and its ETag. */
export interface ListAnswer {
  readonly bytes: Buffer;
  readonly etag: string;
}

const START = Buffer.from('{"items":[');
const COMMA = ','.charCodeAt(0);

/**
 * The JSON of a page: items leave as they are stored, byte by byte. Its ETag is made from those of the items, which are known, and not
 * from a hundred thousand bytes.
 *
 * @param rest what follows the items
 */
export function listAnswer(items: readonly SentItem[], rest: Readonly<Record<string, unknown>>): ListAnswer {
  const end = Buffer.from(`],${JSON.stringify(rest).slice(1)}`);
  const commas = Math.max(items.length - 1, 0);
  const length = items.reduce((sum, { bytes }) => sum + bytes, START.length + commas + end.length);
  const bytes = Buffer.allocUnsafe(length);
  let at = START.copy(bytes);
  items.forEach(({ json }, i) => {
    if (i > 0) at = bytes.writeUInt8(COMMA, at);
    at += typeof json === 'string' ? bytes.write(json, at) : json.copy(bytes, at);
  });
  end.copy(bytes, at);
  const digests = Buffer.concat([...items.map(({ digest }) => digest), end]);
  return { bytes, etag: `"${hash('sha1', digests, 'base64url')}"` };
}
