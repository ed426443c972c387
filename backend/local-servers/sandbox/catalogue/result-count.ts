import type { Marketplace } from '../../../contracts/values/marketplace.js';
import type { Count } from '../../../contracts/values/measure.js';
import { dayOfYear, yearsFrom2024 } from './calendar.js';
import { bell } from './chance.js';
import type { KeywordProfile } from './keyword-profile.js';

const YEARLY_GROWTH = 1.12;

/** How many listings there are in a week: slowly more, and sellers follow the season halfway. */
export function listingsInStock(profile: KeywordProfile, week: number): number {
  const season = profile.season[dayOfYear(week)] ?? 1;
  return Math.round(
    profile.listings *
      YEARLY_GROWTH ** yearsFrom2024(week) *
      (0.8 + 0.2 * Math.min(season, 3)) *
      Math.exp(0.02 * bell(profile.seed, 50_000 + week)),
  );
}

/** Rounded down to its first `digits` digits. */
function floorTo(value: number, digits: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(value)) + 1 - digits);
  return Math.floor(value / step) * step;
}

/**
 * The number as the marketplace's page words it: Amazon counts out up to 1,000, then says "over 2,000" and never more than
 * "over 100,000"; eBay counts out up to 10,000, then "95,000+"; Etsy shows a number however large.
 */
export function claimedCount(marketplace: Marketplace, inStock: number): Count {
  if (marketplace === 'amazon' && inStock > 1_000)
    return { value: Math.min(100_000, floorTo(inStock, 1)), relation: 'gt' };
  if (marketplace === 'ebay' && inStock > 10_000) return { value: floorTo(inStock, 2), relation: 'gte' };
  return { value: inStock, relation: 'eq' };
}
