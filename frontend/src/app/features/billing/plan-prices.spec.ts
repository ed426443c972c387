import { describe, expect, it } from '@jest/globals';
import type { PlanOffer } from '../../api/billing.js';
import { priceOf, spanOf, yearSaving } from './plan-prices.js';

const offer = (month: number, year: number): PlanOffer => ({
  plan: 'pro',
  trialDays: 14,
  prices: [
    { interval: 'month', currency: 'EUR', amountMinor: month },
    { interval: 'year', currency: 'EUR', amountMinor: year },
  ],
  quotas: {
    searchesADay: 1,
    trackedKeywords: 1,
    crawlsADay: 1,
    apiCallsAMinute: 1,
    members: 1,
    importsADay: 1,
    lookEvery: 'daily',
    searchHistoryDays: 30,
  },
});

describe('what a plan costs', () => {
  it('is told for what is sold, and for nothing else', () => {
    expect(priceOf(offer(3_900, 39_000), 'year', 'EUR')).toBe(39_000);
    expect(priceOf(offer(3_900, 39_000), 'year', 'USD')).toBeNull();
  });

  it('is less by two months where a year costs ten', () => {
    expect(yearSaving(offer(3_900, 39_000), 'EUR')).toEqual({
      aMonthMinor: 3_250,
      savedMinor: 7_800,
      monthsFree: 2,
    });
  });

  it('saves nothing on what is free, or where a year costs twelve', () => {
    expect([yearSaving(offer(0, 0), 'EUR'), yearSaving(offer(100, 1_200), 'EUR')]).toEqual([null, null]);
  });
});

describe('spanOf', () => {
  it('says a number of days in years or months', () => {
    expect([30, 180, 730, 1_825].map(spanOf)).toEqual([
      { unit: 'months', count: 1 },
      { unit: 'months', count: 6 },
      { unit: 'years', count: 2 },
      { unit: 'years', count: 5 },
    ]);
  });
});
