import { describe, expect, it } from '@jest/globals';
import type { KeywordDetail, Metric } from '../../api/types.js';
import { explain, inputsOf, spaced } from './explain.js';

const demand: Metric = {
  value: 1200,
  relation: 'eq',
  kind: 'estimated',
  source: 'sandbox etsy.com search page',
  origin: 'sandbox',
  observedAt: '2026-03-14T00:00:00Z',
  observationId: 'o-1',
  formula: 'demand-1',
};
const keyword: KeywordDetail = {
  id: 'k',
  keyword: 'planner',
  marketplace: 'etsy',
  country: 'US',
  metrics: { searchVolume: demand },
  opportunity: { value: 61, relation: 'eq', kind: 'estimated', formula: 'opportunity-1' },
  trend: [],
  lastObservedAt: null,
  lastFailure: null,
  origins: ['sandbox'],
  scores: {
    searchVolume: {
      value: 1200,
      relation: 'eq',
      formula: 'demand-1',
      inputs: {
        resultCount: { value: 4000, relation: 'gte' },
        organicListings: 48,
        medianPrice: null,
        weights: { supply: 0.6, ownReviews: 0.4 },
        source: 'etsy.com',
      },
    },
  },
};

describe('explain', () => {
  it('gives a metric with its observation and formula', () => {
    expect(explain(keyword, 'searchVolume')).toEqual({
      measure: demand,
      metric: demand,
      formula: 'demand-1',
    });
  });

  it('gives the opportunity by its formula alone, for it has no observation of its own', () => {
    expect(explain(keyword, 'opportunity')).toMatchObject({ metric: null, formula: 'opportunity-1' });
  });

  it('gives nothing for what is not known', () => {
    expect(explain(keyword, 'cpc')).toBeNull();
  });
});

describe('inputsOf', () => {
  it('keeps the relation of a figure, takes plain numbers as figures, and leaves out what is said above', () => {
    expect(inputsOf(keyword, 'searchVolume')).toEqual([
      { name: 'resultCount', figure: { value: 4000, relation: 'gte' }, text: null },
      { name: 'organicListings', figure: { value: 48 }, text: null },
      { name: 'medianPrice', figure: null, text: null },
      { name: 'weights', figure: null, text: 'supply 0.6, own reviews 0.4' },
    ]);
  });

  it('names parts and writes numbers as the page does, and reads minor units in their currency', () => {
    const inputs = { currency: 'USD', medianMinor: 649, weights: { supply: 0.6 } };
    const score = { value: 582, relation: 'eq' as const, formula: 'price-band-1', inputs };
    const words = { name: () => 'offre', number: (n: number) => String(n).replace('.', ',') };
    expect(inputsOf({ ...keyword, scores: { averagePrice: score } }, 'averagePrice', words)).toEqual([
      { name: 'currency', figure: null, text: 'USD' },
      { name: 'medianMinor', figure: { value: 649, currency: 'USD' }, text: null },
      { name: 'weights', figure: null, text: 'offre 0,6' },
    ]);
  });

  it('is empty for a number that nothing was computed for', () => {
    expect(inputsOf(keyword, 'cpc')).toEqual([]);
  });
});

describe('spaced', () => {
  it('turns the name of an input into words', () => {
    expect(spaced('reviewCountsShown')).toBe('review counts shown');
  });
});
