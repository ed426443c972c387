import type { Listing } from '../../../../contracts/events/observation/keyword-observed/v1.js';
import { boundsOf, rising, type Bounds } from './bounds.js';

/**
 * Etsy shows the reviews of the shop beside a listing (a listing with 7 favourites beside 9,406 "reviews" was seen),
 * so a shop's count is spread over the listings of a middling shop.
 */
export const LISTINGS_OF_A_SHOP = 50;

/**
 * How many reviews each listing has, as log10(1 + reviews): a level of 3 is about a thousand reviews. Listings whose page
 * shows no count are left out: a missing count is not a count of zero.
 */
export function reviewLevels(listings: readonly Listing[]): readonly Bounds[] {
  if (listings !== lastListings) {
    lastLevels = levelsOf(listings);
    lastListings = listings;
  }
  return lastLevels;
}

// Demand and competition ask for the same page, one after the other.
let lastListings: readonly Listing[] | undefined;
let lastLevels: readonly Bounds[] = [];

function levelsOf(listings: readonly Listing[]): Bounds[] {
  const levels: Bounds[] = [];
  for (const { reviewCount } of listings) {
    if (!reviewCount) continue;
    const share = reviewCount.scope === 'shop' ? LISTINGS_OF_A_SHOP : 1;
    levels.push(rising(boundsOf(reviewCount), (reviews) => Math.log10(1 + reviews / share)));
  }
  return levels;
}
