import { describe, expect, it } from '@jest/globals';
import {
  DEFAULT_SORT,
  filtersFrom,
  isKnown,
  nextSort,
  requestParams,
  sortDirection,
} from './search-filters.js';

describe('filtersFrom', () => {
  it('reads every filter of the address', () => {
    const params = {
      query: ' planner ',
      marketplace: 'etsy',
      country: 'GB',
      minVolume: '1000',
      sort: 'keyword',
      asOf: '2026-03-14',
    };
    expect(filtersFrom(params)).toEqual({
      query: 'planner',
      marketplace: 'etsy',
      country: 'GB',
      minVolume: 1000,
      sort: 'keyword',
      asOf: '2026-03-14',
    });
  });

  it('treats what it does not understand as not given', () => {
    expect(
      filtersFrom({ marketplace: 'acme', country: 'UK', minVolume: '-4', sort: 'drop table', asOf: 'soon' }),
    ).toEqual({
      query: '',
      marketplace: null,
      country: null,
      minVolume: null,
      sort: DEFAULT_SORT,
      asOf: null,
    });
  });
});

describe('requestParams', () => {
  it('sends only the filters that are set', () => {
    expect(requestParams(filtersFrom({}))).toEqual({ sort: '-searchVolume' });
    expect(requestParams(filtersFrom({ query: 'سجل', country: 'AE' }))).toEqual({
      sort: '-searchVolume',
      query: 'سجل',
      country: 'AE',
    });
    expect(requestParams(filtersFrom({ asOf: '2026-03-14' }))).toMatchObject({ asOf: '2026-03-14' });
  });
});

describe('nextSort', () => {
  it('starts with the highest numbers and turns round at the second click', () => {
    expect(nextSort('keyword', 'searchVolume')).toBe('-searchVolume');
    expect(nextSort('-searchVolume', 'searchVolume')).toBe('searchVolume');
  });

  it('starts keywords at A', () => {
    expect(nextSort('-searchVolume', 'keyword')).toBe('keyword');
    expect(sortDirection('keyword', 'keyword')).toBe('ascending');
  });

  it('stays where a column knows one direction only', () => {
    expect(nextSort('-lastObservedAt', 'lastObservedAt')).toBe('-lastObservedAt');
  });
});

describe('isKnown', () => {
  it('takes spellings of the same keyword as the same', () => {
    expect(isKnown('  Budget   PLANNER ', [{ keyword: 'budget planner' }])).toBe(true);
    expect(isKnown('budget plan', [{ keyword: 'budget planner' }])).toBe(false);
  });
});
