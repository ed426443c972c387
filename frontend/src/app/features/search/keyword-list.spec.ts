import { describe, expect, it } from '@jest/globals';
import type { KeywordItem } from '../../api/types.js';
import { EMPTY_LIST, listFailed, moreWanted, pageArrived, rowsRefreshed } from './keyword-list.js';

const row = (id: string, lastObservedAt = '2026-03-01T00:00:00Z'): KeywordItem => ({
  id,
  keyword: `keyword ${id}`,
  marketplace: 'etsy',
  country: 'US',
  metrics: {},
  opportunity: null,
  trend: [],
  lastObservedAt,
  lastFailure: null,
  origins: ['seed'],
});

describe('the list of keywords', () => {
  it('grows page by page and shows a row that moved between pages once', () => {
    const first = pageArrived(EMPTY_LIST, {
      items: [row('a'), row('b')],
      nextCursor: 'c1',
      match: 'substring',
    });
    const second = pageArrived(moreWanted(first), {
      items: [row('b'), row('c')],
      nextCursor: null,
      match: 'substring',
    });
    expect(second.items.map((i) => i.id)).toEqual(['a', 'b', 'c']);
    expect(second).toMatchObject({ nextCursor: null, state: 'ready' });
  });

  it('keeps the rows when the next page fails', () => {
    const first = pageArrived(EMPTY_LIST, { items: [row('a')], nextCursor: 'c1', match: 'substring' });
    const failed = listFailed(moreWanted(first), { kind: 'offline', detail: null });
    expect(failed.items).toHaveLength(1);
    expect(failed).toMatchObject({ state: 'failed', nextCursor: 'c1', match: 'substring' });
  });

  it('puts newer readings into their rows and leaves the order alone', () => {
    const list = pageArrived(EMPTY_LIST, {
      items: [row('a'), row('b')],
      nextCursor: null,
      match: 'substring',
    });
    const after = rowsRefreshed(list, [row('b', '2026-03-14T00:00:00Z'), row('elsewhere')]);
    expect(after.items.map((i) => [i.id, i.lastObservedAt])).toEqual([
      ['a', '2026-03-01T00:00:00Z'],
      ['b', '2026-03-14T00:00:00Z'],
    ]);
  });
});
