import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyPage, listing, page } from '../testing/pages.js';
import { boundsOf } from './bounds.js';
import { demand1 } from './demand.js';

const demandOf = (seen: Parameters<typeof demand1.score>[0]) => demand1.score(seen)?.result ?? null;

describe('demand-1', () => {
  it('a niche of 500 results and 20 reviews a listing has about 300 searches a month', () => {
    const seen = page({
      resultCount: { value: 500, relation: 'eq' },
      listings: [listing({ reviewCount: { value: 20, relation: 'eq' } })],
    });
    expect(demandOf(seen)).toEqual({ value: 314, relation: 'eq' });
  });

  it('a niche of 50,000 results and 1,000 reviews a listing has about 10,000 searches a month', () => {
    const seen = page({
      resultCount: { value: 50_000, relation: 'eq' },
      listings: [listing({ reviewCount: { value: 1000, relation: 'eq' } })],
    });
    expect(demandOf(seen)).toEqual({ value: 9991, relation: 'eq' });
  });

  it('gives no score where the page claims no count', () => {
    expect(demandOf(page({ resultCount: null }))).toBeNull();
  });

  it('gives no score for "0 results", though stopgap listings are shown', () => {
    const seen = page({ resultCount: { value: 0, relation: 'eq' }, listings: [listing({ fallback: true })] });
    expect(demandOf(seen)).toBeNull();
  });

  it('is a lower bound where no listing shows its reviews', () => {
    expect(demandOf(page({ listings: [listing({ reviewCount: null })] }))).toMatchObject({ relation: 'gte' });
  });

  it.each(['gt', 'gte'] as const)('a count known from below (%s) gives a lower bound', (relation) => {
    const over = demandOf(page({ resultCount: { value: 100_000, relation } }));
    const exact = demandOf(page({ resultCount: { value: 100_000, relation: 'eq' } }));
    expect(over?.relation).toBe('gte');
    expect(Math.abs((over?.value ?? 0) - (exact?.value ?? 0))).toBeLessThanOrEqual(1);
  });

  it('a count between 1,000 and 2,000 gives a range', () => {
    const between = demandOf(page({ resultCount: { value: 1000, maxValue: 2000, relation: 'range' } }));
    expect(between?.relation).toBe('range');
  });

  it('sponsored and stopgap listings change nothing', () => {
    const loud = { value: 1_000_000, relation: 'eq' } as const;
    const seen = page({
      listings: [
        listing(),
        listing({ sponsored: true, reviewCount: loud }),
        listing({ fallback: true, reviewCount: loud }),
      ],
    });
    expect(demandOf(seen)).toEqual(demandOf(page()));
  });

  it("a shop's reviews count a fiftieth each", () => {
    const shop = page({
      listings: [listing({ reviewCount: { value: 5000, relation: 'eq', scope: 'shop' } })],
    });
    const own = page({ listings: [listing({ reviewCount: { value: 100, relation: 'eq' } })] });
    expect(demandOf(shop)).toEqual(demandOf(own));
  });

  it('keeps what it was made from', () => {
    expect(demand1.score(page())?.inputs).toEqual({
      resultCount: { value: 4000, relation: 'eq' },
      organicListings: 1,
      reviewCountsShown: 1,
      typicalReviews: 100,
    });
  });

  it('never falls when the count or a review count grows', () => {
    fc.assert(
      fc.property(fc.nat(60_000), fc.nat(60_000), fc.nat(50_000), fc.nat(50_000), (n, moreN, r, moreR) => {
        const at = (results: number, reviews: number) =>
          demandOf(
            page({
              resultCount: { value: results, relation: 'eq' },
              listings: [listing({ reviewCount: { value: reviews, relation: 'eq' } })],
            }),
          )?.value ?? 0;
        expect(at(n + moreN, r + moreR)).toBeGreaterThanOrEqual(at(n, r));
      }),
    );
  });

  it('is a lower bound exactly where the count or the reviews are not bounded from above', () => {
    const isOpen = (relation: string | undefined) => relation === 'gt' || relation === 'gte';
    fc.assert(
      fc.property(anyPage, (seen) => {
        const demand = demandOf(seen);
        if (!demand) return;
        const counts = seen.listings
          .filter((l) => !l.fallback && l.sponsored !== true)
          .flatMap(({ reviewCount }) => reviewCount ?? []);
        const open =
          isOpen(seen.resultCount?.relation) ||
          counts.length === 0 ||
          counts.some(({ relation }) => isOpen(relation));
        expect(demand.relation === 'gte').toBe(open);
        expect(boundsOf(demand).low).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
