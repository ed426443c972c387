import { describe, expect, it } from '@jest/globals';
import type { KeywordItem, Metric } from '../../api/types.js';
import { cardsOf, priceBand } from './cards.js';

const price = (value: number, currency = 'USD'): Metric => ({
  value,
  currency,
  relation: 'eq',
  kind: 'measured',
  source: 'sandbox etsy.com search page',
  origin: 'sandbox',
  observedAt: '2026-03-14T00:00:00Z',
  observationId: 'o',
});
const keyword = (metrics: KeywordItem['metrics']): KeywordItem => ({
  id: 'k',
  keyword: 'planner',
  marketplace: 'etsy',
  country: 'US',
  metrics,
  opportunity: null,
  trend: [],
  lastObservedAt: null,
  lastFailure: null,
  origins: [],
});

describe('priceBand', () => {
  it('runs from the lowest to the highest price', () => {
    const band = priceBand(
      keyword({ minPrice: price(299), maxPrice: price(1999), averagePrice: price(640) }),
    );
    expect(band).toMatchObject({ value: 299, maxValue: 1999, relation: 'range', currency: 'USD' });
  });

  it('falls back to the average where the ends are not in one currency', () => {
    const band = priceBand(
      keyword({ minPrice: price(299), maxPrice: price(1999, 'EUR'), averagePrice: price(640) }),
    );
    expect(band).toMatchObject({ value: 640, relation: 'eq' });
  });
});

describe('cardsOf', () => {
  it('gives the five cards even of a keyword about which nothing is known', () => {
    const cards = cardsOf(keyword({}), {});
    expect(cards.map((c) => c.name)).toEqual([
      'searchVolume',
      'competition',
      'cpc',
      'priceBand',
      'opportunity',
    ]);
    expect(cards.every((c) => c.measure === null)).toBe(true);
  });
});
