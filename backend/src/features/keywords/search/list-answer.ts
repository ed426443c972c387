import { hash } from 'node:crypto';
import type { SentItem } from '../search-index/item-cache.js';

/** An answer as it is sent, and its ETag. */
export interface ListAnswer {
  readonly bytes: Buffer;
  readonly etag: string;
}

const START = Buffer.from('{"items":[');
const COMMA = Buffer.from(',');

/**
 * The JSON of a page: items leave as they are stored, byte by byte. Its ETag is made from those of the items, which are known, and not
 * from a hundred thousand bytes.
 *
 * @param rest what follows the items
 */
export function listAnswer(items: readonly SentItem[], rest: Readonly<Record<string, unknown>>): ListAnswer {
  const end = Buffer.from(`],${JSON.stringify(rest).slice(1)}`);
  const pieces: Buffer[] = [START];
  const digests: Buffer[] = [];
  for (const { bytes, digest } of items) {
    if (digests.length > 0) pieces.push(COMMA);
    pieces.push(bytes);
    digests.push(digest);
  }
  pieces.push(end);
  digests.push(end);
  return { bytes: Buffer.concat(pieces), etag: `"${hash('sha1', Buffer.concat(digests), 'base64url')}"` };
}
