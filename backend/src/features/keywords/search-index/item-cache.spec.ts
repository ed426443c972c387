import { describe, expect, it } from '@jest/globals';
import { ItemCache, sentItem, type SentItem } from './item-cache.js';

const asked = (cache: ItemCache, row: number, item: SentItem): void => {
  cache.offer(row, item);
  cache.offer(row, item);
};
const textOf = (item: SentItem | undefined) => item?.json.toString();

describe('the cache of items', () => {
  it('gives back what was asked for twice until it is dropped or all is forgotten', () => {
    const cache = new ItemCache();
    cache.offer(1, sentItem('{"keyword":"مخطط"}'));
    expect(cache.get(1)).toBeUndefined();
    cache.offer(1, sentItem('{"keyword":"مخطط"}'));
    asked(cache, 2, sentItem('two'));
    asked(cache, 2, sentItem('two anew'));
    expect(textOf(cache.get(1))).toBe('{"keyword":"مخطط"}');
    expect(textOf(cache.get(2))).toBe('two anew');
    cache.drop(1);
    expect(cache.get(1)).toBeUndefined();
    cache.clear();
    expect(cache.get(2)).toBeUndefined();
  });

  it('keeps to its size: what was not asked for again goes first', () => {
    const cache = new ItemCache();
    const big = sentItem('x'.repeat(1024 * 1024));
    for (let row = 0; row < 60; row += 1) asked(cache, row, big);
    expect(cache.get(0)).toBeDefined();
    for (let row = 60; row < 70; row += 1) asked(cache, row, big);
    expect(cache.get(0)).toBeDefined();
    expect(cache.get(1)).toBeUndefined();
    const kept = Array.from({ length: 70 }, (_, row) => cache.get(row)).filter((item) => item !== undefined);
    expect(kept.length).toBeGreaterThan(50);
    expect(kept.length).toBeLessThan(64);
  });
});
