import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Price } from '../../../../contracts/values/measure.js';
import { anyPage, listing, page } from '../testing/pages.js';
import { boundsOf } from './bounds.js';
import { priceBand1 } from './price-band.js';

const priced = (...prices: (Price | null)[]) =>
  page({ listings: prices.map((price, index) => listing({ price, place: index + 1 })) });
const usd = (minor: number): Price => ({ minor, currency: 'USD', relation: 'eq' });
const eur = (minor: number): Price => ({ minor, currency: 'EUR', relation: 'eq' });

describe('price-band-1', () => {
  it('gives the lowest, the mean and the highest price', () => {
    expect(priceBand1.score(priced(usd(300), usd(500), usd(1001)))?.result).toEqual({
      currency: 'USD',
      min: { value: 300, relation: 'eq' },
      average: { value: 600, relation: 'eq' },
      max: { value: 1001, relation: 'eq' },
    });
  });

  it('gives no band where no listing shows a price', () => {
    expect(priceBand1.score(priced(null, null))).toBeNull();
  });

  it('gives no band from stopgap listings', () => {
    expect(priceBand1.score(page({ listings: [listing({ fallback: true })] }))).toBeNull();
  });

  it('counts a free listing as a price of 0', () => {
    expect(priceBand1.score(priced(usd(0), usd(500)))?.result.min).toEqual({ value: 0, relation: 'eq' });
  });

  it('reads a page of two currencies in the one that most of its prices have', () => {
    const band = priceBand1.score(priced(usd(100), eur(700), eur(900)));
    expect(band?.result).toMatchObject({ currency: 'EUR', min: { value: 700 }, max: { value: 900 } });
    expect(band?.inputs).toEqual({
      currency: 'EUR',
      pricesCounted: 2,
      pricesInOtherCurrencies: 1,
      medianMinor: 800,
    });
  });

  it("reads a page of evenly many by the first listing's currency", () => {
    expect(priceBand1.score(priced(usd(100), eur(700)))?.result.currency).toBe('USD');
  });

  it('a price "from 5.00" leaves the highest and the mean open above', () => {
    const from: Price = { minor: 500, currency: 'USD', relation: 'gte' };
    expect(priceBand1.score(priced(from, usd(300)))?.result).toMatchObject({
      min: { value: 300, relation: 'eq' },
      average: { value: 400, relation: 'gte' },
      max: { value: 500, relation: 'gte' },
    });
  });

  it('a price from 2.00 to 4.00 gives ranges', () => {
    const range: Price = { minor: 200, maxMinor: 400, currency: 'USD', relation: 'range' };
    expect(priceBand1.score(priced(range, usd(300)))?.result).toMatchObject({
      min: { value: 200, maxValue: 300, relation: 'range' },
      average: { value: 250, maxValue: 350, relation: 'range' },
      max: { value: 300, maxValue: 400, relation: 'range' },
    });
  });

  it('minimum, mean and maximum are whole minor units and in order, whatever the page', () => {
    fc.assert(
      fc.property(anyPage, (seen) => {
        const band = priceBand1.score(seen)?.result;
        if (!band) return;
        const figures = [band.min, band.average, band.max];
        for (const { value, maxValue } of figures)
          expect(Number.isInteger(value) && Number.isInteger(maxValue ?? 0)).toBe(true);
        // What is shown of an upper bound is not what is shown of an exact price, so the ends are held against each other;
        // bounds are rounded outwards, by less than one step.
        const [min, average, max] = figures.map(boundsOf);
        expect(average?.low).toBeGreaterThanOrEqual(min?.low ?? NaN);
        expect(max?.low).toBeGreaterThanOrEqual(average?.low ?? NaN);
        expect((average?.high ?? NaN) + 1).toBeGreaterThanOrEqual(min?.high ?? NaN);
        expect((max?.high ?? NaN) + 1).toBeGreaterThanOrEqual(average?.high ?? NaN);
      }),
    );
  });
});
