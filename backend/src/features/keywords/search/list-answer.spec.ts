import { describe, expect, it } from '@jest/globals';
import { sentItem } from '../search-index/item-cache.js';
import { listAnswer } from './list-answer.js';

const items = ['{"keyword":"مخطط"}', '{"keyword":"🎉"}', '{"keyword":"café"}'].map(sentItem);

describe('the answer of a list', () => {
  it('holds the items byte by byte, as texts or as bytes, and what follows them', () => {
    const kept = items.map((item) => ({ ...item, json: Buffer.from(item.json) }));
    for (const some of [items, kept, items.slice(0, 1), []]) {
      const { bytes } = listAnswer(some, { nextCursor: null, match: 'all' });
      expect(JSON.parse(bytes.toString())).toEqual({
        items: some.map(({ json }) => JSON.parse(json.toString()) as unknown),
        nextCursor: null,
        match: 'all',
      });
    }
    expect(listAnswer(kept, {}).etag).toBe(listAnswer(items, {}).etag);
  });

  it('has another ETag with other items, in another order, and with another end', () => {
    const rest = { nextCursor: null, match: 'all' };
    const etags = [
      listAnswer(items, rest),
      listAnswer(items.toReversed(), rest),
      listAnswer(items.slice(1), rest),
      listAnswer(items, { ...rest, stale: true }),
    ].map(({ etag }) => etag);
    expect(new Set(etags).size).toBe(4);
    expect(etags[0]).toMatch(/^"[\w-]+"$/);
  });
});
