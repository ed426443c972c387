import type { Country } from '../../../contracts/values/country.js';
import { normalizeKeyword } from '../../../contracts/values/keyword.js';
import type { Marketplace } from '../../../contracts/values/marketplace.js';
import { bell, chance, hashOf } from './chance.js';
import { DEMO_KEYWORDS } from './demo-keywords.js';
import { LANDS, VENUES } from './markets.js';
import { seasonOf } from './seasons.js';

/** What does not change with time about a keyword on a marketplace in a country. */
export interface KeywordProfile {
  readonly keyword: string;
  /** Of the keyword alone. */
  readonly keywordSeed: number;
  /** Of keyword, marketplace and country. */
  readonly seed: number;
  /** Searches a month at the start of 2024, season and noise taken off. */
  readonly monthlySearches: number;
  /** By which factor searches grow in a year. */
  readonly yearlyGrowth: number;
  /** Listings at the start of 2024; 0: nobody sells this, and nobody will. */
  readonly listings: number;
  /** In US dollars, before the venue's level. */
  readonly typicalPrice: number;
  /** Weight of each day of the year, mean 1. */
  readonly season: Float64Array;
}

const KNOWN = new Set(DEMO_KEYWORDS);
const WITHOUT_BLANKS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Hangul}]/u;

/** How many ideas a keyword strings together: words, or about three signs where a script writes no blanks. */
export function breadthOf(keyword: string): number {
  const signs = [...keyword].length;
  if (WITHOUT_BLANKS.test(keyword)) return Math.ceil(signs / 4);
  const words = keyword.split(' ').length;
  // One unbroken run of letters longer than any word is as far-fetched as a whole sentence.
  return Math.max(words, ...keyword.split(' ').map((word) => ([...word].length > 22 ? 12 : 0)));
}

// Medians by breadth 1, 2, 3 …; from the seventh on hardly anybody asks, from the eleventh on nobody sells.
const SEARCHES = [22_000, 9_000, 3_200, 1_100, 420, 150, 40, 20, 12, 10] as const;
const LISTINGS = [400_000, 90_000, 14_000, 2_600, 700, 220, 40, 12, 5, 2] as const;
const LONGEST = 70;

function medianAt(medians: readonly number[], keyword: string): number {
  if ([...keyword].length > LONGEST) return 0;
  return medians[breadthOf(keyword) - 1] ?? 0;
}

function typicalPriceOf(keyword: string, seed: number): number {
  const level = /spreadsheet|website|brand kit|plr|cookbook|quilt|presets|business plan/u.test(keyword)
    ? 11
    : /template|planner|ebook|guide|pattern|font|interior/u.test(keyword)
      ? 6.5
      : 3.8;
  return level * Math.exp(0.3 * bell(seed, 5));
}

const makeProfile = (keyword: string, marketplace: Marketplace, country: Country): KeywordProfile => {
  const keywordSeed = hashOf(keyword);
  const seed = hashOf(`${marketplace}|${country}|${keyword}`);
  const { size } = LANDS[country];
  const venue = VENUES[marketplace];
  const fame = (KNOWN.has(keyword) ? 1.3 : 0.5) * Math.exp(0.8 * bell(keywordSeed, 1));
  return {
    keyword,
    keywordSeed,
    seed,
    monthlySearches: medianAt(SEARCHES, keyword) * fame * size * venue.demand * Math.exp(0.3 * bell(seed, 2)),
    yearlyGrowth: Math.exp(-0.15 + 0.45 * chance(keywordSeed, 3) + 0.1 * bell(seed, 3)),
    listings:
      medianAt(LISTINGS, keyword) *
      Math.sqrt(fame) *
      Math.sqrt(size) *
      venue.supply *
      Math.exp(0.7 * bell(keywordSeed, 4) + 0.25 * bell(seed, 4)),
    typicalPrice: typicalPriceOf(keyword, keywordSeed),
    season: seasonOf(keyword),
  };
};

// Only to be fast: a profile is the same whenever it is made.
const KEPT = 4_096;
const kept = new Map<string, KeywordProfile>();

export function profileOf(text: string, marketplace: Marketplace, country: Country): KeywordProfile {
  const keyword = normalizeKeyword(text);
  const key = `${marketplace}|${country}|${keyword}`;
  let profile = kept.get(key);
  if (!profile) {
    profile = makeProfile(keyword, marketplace, country);
    if (kept.size >= KEPT) kept.clear();
    kept.set(key, profile);
  }
  return profile;
}
