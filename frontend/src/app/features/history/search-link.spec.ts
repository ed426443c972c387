import { describe, expect, it } from '@jest/globals';
import { searchLink, type KeptSearch } from './search-link.js';

const kept: KeptSearch = {
  id: '0b9f3f0e-6a3c-4d6e-9f57-2d1c0c5e7a11',
  query: 'wedding planner',
  filters: { marketplace: 'etsy', minVolume: 100 },
  searchedAt: '2026-11-20T08:00:00.000Z',
  resultCount: 3,
  match: 'substring',
  top: [],
  workspaceId: '7d2a4a53-0f0d-4e0b-8a43-6f6f2b1f9c22',
  again: '',
  then: '',
};

describe('the link of a kept search', () => {
  it('asks the same about now', () => {
    expect(searchLink(kept, 'now')).toEqual({
      query: 'wedding planner',
      marketplace: 'etsy',
      minVolume: 100,
    });
  });

  it('asks about the moment at which it was made', () => {
    expect(searchLink(kept, 'then')).toMatchObject({ asOf: '2026-11-20T08:00:00.000Z' });
  });

  it('keeps the past moment that it was about', () => {
    const about = { ...kept, asOf: '2026-01-01T00:00:00.000Z' };
    expect(searchLink(about, 'now')['asOf']).toBe('2026-01-01T00:00:00.000Z');
    expect(searchLink(about, 'then')['asOf']).toBe('2026-01-01T00:00:00.000Z');
  });
});
