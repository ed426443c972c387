import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyPage, listing, page } from '../testing/pages.js';
import { boundsOf } from './bounds.js';
import { demand1 } from './demand.js';

const demandOf = (seen: Parameters<typeof demand1.score>[0]) => demand1.score(seen)?.result ?? null;

describe('demand-1', () => {
  it('a niche of 500 results and 20 reviews a listing has about 350 searches a month', () => {
    const seen = page({
      resultCount: { value: 500, relation: 'eq' },
      listings: [listing({ reviewCount: { value: 20, relation: 'eq' } })],
    });
    expect(demandOf(seen)).toEqual({ value: 347, relation: 'eq' });
  });

  it('a niche of 50,000 results and 1,000 reviews a listing has about 10,000 searches a month', () => {
    const seen = page({
      resultCount: { value: 50_000, relation: 'eq' },
      listings: [listing({ reviewCount: { value: 1000, relation: 'eq' } })],
    });
    expect(demandOf(seen)).toEqual({ value: 9882, relation: 'eq' });
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

  it('does not grow uncertain from "over 100,000 results", which is beyond what counts', () => {
    const over = demandOf(page({ resultCount: { value: 100_000, relation: 'gt' } }));
    const exact = demandOf(page({ resultCount: { value: 50_000, relation: 'eq' } }));
    expect(over).toEqual(exact);
    expect(over?.relation).toBe('eq');
  });

  it('"over 1,000 results" gives a range, for the count may stand anywhere above', () => {
    expect(demandOf(page({ resultCount: { value: 1000, relation: 'gt' } }))?.relation).toBe('range');
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

  it('is never below zero, and exact only where every input is', () => {
    fc.assert(
      fc.property(anyPage, (seen) => {
        const demand = demandOf(seen);
        if (!demand) return;
        expect(boundsOf(demand).low).toBeGreaterThanOrEqual(0);
        const organic = seen.listings.filter((l) => !l.fallback && l.sponsored !== true && l.reviewCount);
        const bounded = (relation: string | undefined) => relation === 'gt' || relation === 'gte';
        if (organic.length === 0 || organic.some((l) => bounded(l.reviewCount?.relation)))
          expect(demand.relation).toBe('gte');
      }),
    );
  });
});
