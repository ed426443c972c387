import type { Listing } from '../../../contracts/events/observation/keyword-observed/v1.js';
import type { Country } from '../../../contracts/values/country.js';
import type { Marketplace } from '../../../contracts/values/marketplace.js';
import { bell, chance, hashOf, mix } from './chance.js';
import { searchesUntil } from './demand.js';
import type { KeywordProfile } from './keyword-profile.js';
import { priceOf } from './prices.js';
import { titleOf } from './titles.js';

/** Listings leave after one to four years and another seller takes the place. */
const SHORTEST_LIFE_WEEKS = 52;
const LONGEST_LIFE_WEEKS = 208;

/** Of a hundred searches how many end in a review of the listing in the first place. */
const REVIEWS_PER_SEARCH = 0.0025;

/** eBay rates products, not offers: what is no product of its catalogue shows no stars. */
const WITHOUT_PRODUCT_RATINGS = 0.4;

const LETTERS = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ';

function idOf(marketplace: Marketplace, seed: number): string {
  if (marketplace === 'etsy') return String(1_000_000_000 + (mix(seed, 1) % 900_000_000));
  if (marketplace === 'ebay') {
    const head = 110 + (mix(seed, 1) % 300);
    return `${head}${String(mix(seed, 2) % 1_000_000_000).padStart(9, '0')}`;
  }
  let id = 'B0';
  for (let i = 0; i < 8; i += 1) id += LETTERS[mix(seed, 10 + i) % LETTERS.length] ?? '0';
  return id;
}

export interface Tenancy {
  readonly seed: number;
  /** The week in which the listing went up. */
  readonly since: number;
}

/** Who holds a slot in a week. */
export function tenancyOf(profile: KeywordProfile, slot: number, week: number): Tenancy {
  const slotSeed = mix(profile.seed, 7_000 + slot);
  const life = SHORTEST_LIFE_WEEKS + (mix(slotSeed, 1) % (LONGEST_LIFE_WEEKS - SHORTEST_LIFE_WEEKS));
  const shift = mix(slotSeed, 2) % life;
  const generation = Math.floor((week + shift) / life);
  return { seed: mix(slotSeed, 100 + generation), since: Math.max(0, generation * life - shift) };
}

/** Neighbours in threes change places every fourth week, so that ranks move and no listing stands twice. */
function slotAt(profile: KeywordProfile, rank: number, week: number, last: number): number {
  const group = Math.floor(rank / 3) * 3;
  const size = Math.min(3, last + 1 - group);
  const turn = mix(mix(profile.seed, group), Math.floor(week / 4)) % size;
  return group + ((rank - group + turn) % size);
}

/** The listing that stands at a rank (0 is first) in the running week; what it has sold follows the demand. */
export function listingAt(
  profile: KeywordProfile,
  marketplace: Marketplace,
  country: Country,
  weeks: number,
  where: { rank: number; last: number; place: number; sponsored: boolean | null; fallback: boolean },
): Listing {
  const week = Math.floor(weeks);
  const slot = where.sponsored
    ? 10_000 + where.rank
    : slotAt(profile, where.rank, week, Math.max(where.last, where.rank));
  const { seed, since } = tenancyOf(profile, slot, week);
  const pull =
    (REVIEWS_PER_SEARCH * (0.4 + 1.2 * chance(seed, 30))) / (1 + 0.12 * slot * (where.sponsored ? 0 : 1));
  const reviews =
    marketplace === 'ebay' && chance(seed, 32) < WITHOUT_PRODUCT_RATINGS
      ? null
      : Math.floor((searchesUntil(profile, weeks) - searchesUntil(profile, since)) * pull);
  return {
    id: idOf(marketplace, seed),
    title: titleOf(profile.keyword, seed),
    price: priceOf(profile, seed, week, marketplace, country),
    rating: reviews ? Math.min(5, Math.max(3.2, Math.round((4.6 + 0.25 * bell(seed, 31)) * 10) / 10)) : null,
    reviewCount: reviews ? { value: reviews, relation: 'eq' } : null,
    sponsored: where.sponsored,
    fallback: where.fallback,
    place: where.place,
  };
}

/** A seed for whatever else a page draws about a listing. */
export const seedOfListing = (id: string): number => hashOf(id);
