import { boundsOf, figureOf, meanOf, type Bounds, type Figure, type Scale } from './bounds.js';
import { FROM_THE_BEGINNING, organic, scored, type Formula, type SeenPage } from './formula.js';
import { reviewLevels } from './reviews.js';

const BASE = 0.75;
const WEIGHT_OF_RESULTS = 0.5;
const WEIGHT_OF_REVIEWS = 0.3;

/**
 * demand-1: searches a month, estimated from one page of results.
 *
 *     searches = 10 ^ (0.75 + 0.5 * log10(1 + results) + 0.3 * level)
 *     level    = mean of log10(1 + reviews) over the organic listings whose review count is shown
 *
 * Source: our own model. No marketplace publishes searches; sellers offer what is searched (results) and buyers leave
 * reviews where they buy. Both grow faster than demand (results with the age of a niche, reviews with the age of a
 * listing), hence weights below 1. They put a niche of 500 results and 20 reviews a listing at about 300 searches a
 * month and one of 50,000 results and 1,000 reviews a listing at about 10,000. Read it as an index in units of searches:
 * good for comparing and for seeing change, not for counting people.
 *
 * Edge cases: no claimed count, or a count of exactly 0: no score (an empty page does not tell who searched). No review
 * count shown (eBay): the level is unknown from 0 up, so the answer is a lower bound (`gte`). Relations travel: "over 100,000
 * results" gives a lower bound too.
 */
export const demand1: Formula<SeenPage, Figure> = {
  version: 'demand-1',
  liveSince: FROM_THE_BEGINNING,
  score(page) {
    if (!page.resultCount) return null;
    const results = boundsOf(page.resultCount);
    if (results.high === 0) return null;
    const levels = reviewLevels(organic(page));
    const level: Bounds = levels.length > 0 ? meanOf(levels) : UNKNOWN_LEVEL;
    const result = figureOf(
      { low: searches(results.low, level.low), high: searches(results.high, level.high) },
      SEARCHES,
    );
    if (!result) return null;
    return scored(result, () => ({
      resultCount: page.resultCount,
      organicListings: organic(page).length,
      reviewCountsShown: levels.length,
      typicalReviews: levels.length > 0 ? Math.round(10 ** level.low - 1) : null,
    }));
  },
};

const UNKNOWN_LEVEL: Bounds = { low: 0, high: Infinity };
const SEARCHES: Scale = { min: 0, max: Infinity, stepsPerUnit: 1 };

const searches = (results: number, level: number): number =>
  10 ** (BASE + WEIGHT_OF_RESULTS * Math.log10(1 + results) + WEIGHT_OF_REVIEWS * level);
