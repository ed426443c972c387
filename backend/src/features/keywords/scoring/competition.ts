import type { Listing } from '../../../../contracts/events/observation/keyword-observed/v1.js';
import { boundsOf, figureOf, meanOf, rising, type Bounds, type Figure, type Scale } from './bounds.js';
import { FROM_THE_BEGINNING, organic, scored, type Formula, type SeenPage } from './formula.js';
import { reviewLevels } from './reviews.js';

const WEIGHTS = { supply: 0.6, reviews: 0.3, ratings: 0.1 } as const;
/** log10 of a million results: as crowded as it gets. */
const CROWDED = 6;
/** log10 of ten thousand reviews: as strong as a listing gets. */
const STRONG = 4;

/** What has no upper bound keeps none, so that "over 100,000 results" is shown as a lower bound and not as a narrow range. */
const shareOf = (full: number, level: number) => (level === Infinity ? level : Math.min(1, level / full));

/**
 * competition-1: from 0 (nobody) to 1 (a crowd of strong listings), estimated from one page of results.
 *
 *     competition = 0.6 * supply + 0.3 * reviews + 0.1 * ratings
 *     supply  = log10(1 + results) / 6, at most 1            (a million results are 1)
 *     reviews = mean of log10(1 + reviews) / 4, at most 1    (ten thousand reviews are 1)
 *     ratings = mean rating / 5
 *
 * Source: our own; supply on a log scale because the step from 100 to 1,000 rivals matters as much as from 1,000 to 10,000, and the
 * strength of the listings because they hold the places a newcomer wants. Reviews and ratings are of organic listings.
 *
 * Edge cases: no claimed count: no score. No reviews or no ratings shown: that term is dropped and the others fill the
 * weight, nothing is imputed. "0 results" exactly with stopgap listings only is exactly 0. A count of "over 100,000" gives `gte`.
 */
export const competition1: Formula<SeenPage, Figure> = {
  version: 'competition-1',
  liveSince: FROM_THE_BEGINNING,
  score(page) {
    if (!page.resultCount) return null;
    const supply = rising(boundsOf(page.resultCount), crowd);
    const listings = organic(page);
    const levels = reviewLevels(listings).map((level) => rising(level, strength));
    const ratings = ratingsOf(listings);
    let weight: number = WEIGHTS.supply;
    let low = WEIGHTS.supply * supply.low;
    let high = WEIGHTS.supply * supply.high;
    const add = (share: number, bounds: Bounds) => {
      weight += share;
      low += share * bounds.low;
      high += share * bounds.high;
    };
    if (levels.length > 0) add(WEIGHTS.reviews, meanOf(levels));
    if (ratings.length > 0) {
      const mean = ratings.reduce((sum, rating) => sum + rating, 0) / ratings.length;
      add(WEIGHTS.ratings, { low: mean, high: mean });
    }
    const result = figureOf({ low: low / weight, high: high / weight }, SHARE);
    if (!result) return null;
    return scored(result, () => {
      const meanRating = ratings.reduce((sum, rating) => sum + rating * 5, 0) / ratings.length;
      return {
        resultCount: page.resultCount,
        organicListings: listings.length,
        reviewCountsShown: levels.length,
        meanReviewStrength: levels.length > 0 ? rounded(meanOf(levels).low) : null,
        meanRating: ratings.length > 0 ? rounded(meanRating) : null,
        weights: WEIGHTS,
      };
    });
  },
};

const SHARE: Scale = { min: 0, max: 1, stepsPerUnit: 1000 };
const crowd = (results: number) => shareOf(CROWDED, Math.log10(1 + results));
const strength = (level: number) => shareOf(STRONG, level);

/** From 0 to 1. */
function ratingsOf(listings: readonly Listing[]): number[] {
  const ratings: number[] = [];
  for (const { rating } of listings) if (rating !== null) ratings.push(rating / 5);
  return ratings;
}

const rounded = (number: number) => Math.round(number * 1000) / 1000;
