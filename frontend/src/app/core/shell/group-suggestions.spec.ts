import { describe, expect, it } from '@jest/globals';
import type { Suggestion } from '../../api/types.js';
import { groupSuggestions } from './group-suggestions.js';

const seen = (keyword: string, marketplace: Suggestion['marketplace']): Suggestion => ({
  keyword,
  marketplace,
  keywordId: `${marketplace}-${keyword}`,
  country: 'US',
  place: 1,
  source: 'sandbox',
  origin: 'sandbox',
  observedAt: '2026-03-14T00:00:00Z',
});

describe('groupSuggestions', () => {
  it('shows a keyword once, with every marketplace that knows it', () => {
    const groups = groupSuggestions(
      [
        seen('planner', 'etsy'),
        seen('Planner', 'amazon'),
        seen('planner 2027', 'etsy'),
        seen('planner', 'etsy'),
      ],
      8,
    );
    expect(groups).toEqual([
      { keyword: 'planner', marketplaces: ['etsy', 'amazon'] },
      { keyword: 'planner 2027', marketplaces: ['etsy'] },
    ]);
  });

  it('stops at the limit', () => {
    expect(groupSuggestions([seen('a', 'etsy'), seen('b', 'etsy')], 1)).toHaveLength(1);
  });
});
