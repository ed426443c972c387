import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyPage, listing, page } from '../testing/pages.js';
import { boundsOf } from './bounds.js';
import { competition1 } from './competition.js';

const competitionOf = (seen: Parameters<typeof competition1.score>[0]) =>
  competition1.score(seen)?.result ?? null;
const eq = (value: number) => ({ value, relation: 'eq' as const });

describe('competition-1', () => {
  it('a million results of listings with ten thousand reviews and five stars is 1', () => {
    const seen = page({
      resultCount: eq(1_000_000),
      listings: [listing({ reviewCount: eq(10_000), rating: 5 })],
    });
    expect(competitionOf(seen)).toEqual({ value: 1, relation: 'eq' });
  });

  it('999 results, 99 reviews and four stars are 0.53', () => {
    const seen = page({ resultCount: eq(999), listings: [listing({ reviewCount: eq(99), rating: 4 })] });
    expect(competitionOf(seen)).toEqual({ value: 0.53, relation: 'eq' });
  });

  it('"0 results" with stopgap listings is exactly 0', () => {
    const seen = page({ resultCount: eq(0), listings: [listing({ fallback: true, reviewCount: eq(9000) })] });
    expect(competitionOf(seen)).toEqual({ value: 0, relation: 'eq' });
  });

  it('gives no score where the page claims no count', () => {
    expect(competitionOf(page({ resultCount: null }))).toBeNull();
  });

  it('"over 100,000 results" gives a lower bound', () => {
    const over = competitionOf(page({ resultCount: { value: 100_000, relation: 'gt' } }));
    const exact = competitionOf(page({ resultCount: eq(100_000) }));
    expect(over?.relation).toBe('gte');
    expect(over?.value).toBeCloseTo(exact?.value ?? 0, 2);
  });

  it('reviews and ratings that are not shown are left out, not taken as zero', () => {
    const silent = competitionOf(page({ listings: [listing({ reviewCount: null, rating: null })] }));
    const none = competitionOf(page({ listings: [listing({ reviewCount: eq(0), rating: 0 })] }));
    expect(silent?.value).toBeGreaterThan(none?.value ?? 1);
  });

  it('lies in 0 to 1 whatever the page', () => {
    fc.assert(
      fc.property(anyPage, (seen) => {
        const competition = competitionOf(seen);
        if (!competition) return;
        expect(competition.value).toBeGreaterThanOrEqual(0);
        expect(competition.maxValue ?? competition.value).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('never loses the relation of the count, unless the market cannot be fuller', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_998 }), fc.constantFrom('gt', 'gte'), (value, relation) => {
        expect(competitionOf(page({ resultCount: { value, relation } }))?.relation).not.toBe('eq');
      }),
    );
  });

  it('never falls when the count, a review count or a rating grows', () => {
    const nat = fc.nat(1_000_000);
    fc.assert(
      fc.property(nat, nat, nat, nat, fc.integer({ min: 0, max: 4 }), (n, moreN, r, moreR, rating) => {
        const at = (results: number, reviews: number, stars: number) =>
          competitionOf(
            page({
              resultCount: eq(results),
              listings: [listing({ reviewCount: eq(reviews), rating: stars })],
            }),
          )?.value ?? 0;
        expect(at(n + moreN, r + moreR, rating + 1)).toBeGreaterThanOrEqual(at(n, r, rating));
      }),
    );
  });

  it('an exact figure lies within the bounds that a vaguer one gives', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(1_000_000), (value, more) => {
        const vague = competitionOf(page({ resultCount: { value, relation: 'gte' } }));
        const exact = competitionOf(page({ resultCount: eq(value + more) }));
        if (!vague) return;
        expect(boundsOf(vague).low).toBeLessThanOrEqual((exact?.value ?? 0) + 0.001);
      }),
    );
  });
});
