import fc from 'fast-check';
import type { Listing } from '../../../../contracts/events/observation/keyword-observed/v1.js';
import type { Count } from '../../../../contracts/values/measure.js';
import type { SeenPage } from '../scoring/formula.js';

/** A listing of which only what matters to a test needs to be said. */
export const listing = (said: Partial<Listing> = {}): Listing => ({
  id: 'B0TEST',
  title: 'Budget planner, printable',
  price: { minor: 500, currency: 'USD', relation: 'eq' },
  rating: 4.5,
  reviewCount: { value: 100, relation: 'eq' },
  sponsored: false,
  fallback: false,
  place: 1,
  ...said,
});

export const page = (said: Partial<SeenPage> = {}): SeenPage => ({
  resultCount: { value: 4000, relation: 'eq' },
  listings: [listing()],
  ...said,
});

const count = (max: number): fc.Arbitrary<Count> =>
  fc.oneof(
    fc.record({ value: fc.nat(max), relation: fc.constantFrom('eq', 'gt', 'gte', 'lt') }),
    fc
      .tuple(fc.nat(max), fc.nat(max))
      .map(([a, b]) => ({ value: Math.min(a, b), maxValue: Math.max(a, b), relation: 'range' as const })),
  );

const listings = fc
  .array(
    fc.record({
      reviewCount: fc.option(count(50_000)),
      rating: fc.option(fc.double({ min: 0, max: 5, noNaN: true })),
      minor: fc.option(fc.nat(100_000)),
      upTo: fc.nat(10_000),
      priceRelation: fc.constantFrom('eq', 'gte', 'range'),
      currency: fc.constantFrom('USD', 'EUR'),
      fallback: fc.boolean(),
      sponsored: fc.option(fc.boolean()),
    }),
    { maxLength: 8 },
  )
  .map((all) =>
    all.map(({ minor, upTo, priceRelation, currency, ...rest }, index) =>
      listing({
        ...rest,
        place: index + 1,
        price:
          minor === null
            ? null
            : priceRelation === 'range'
              ? { minor, maxMinor: minor + upTo, currency, relation: 'range' }
              : { minor, currency, relation: priceRelation },
      }),
    ),
  );

/** Any page that a parser may give. */
export const anyPage: fc.Arbitrary<SeenPage> = fc.record({
  resultCount: fc.option(count(2_000_000)),
  listings,
});
