import type { Country } from '../../../contracts/values/country.js';
import type { Marketplace } from '../../../contracts/values/marketplace.js';
import { DAYS_IN_YEAR, dayOfYear, weeksAt, yearsFrom2024 } from './calendar.js';
import { bell } from './chance.js';
import { profileOf, type KeywordProfile } from './keyword-profile.js';

const WEEKS_IN_MONTH = DAYS_IN_YEAR / 12 / 7;
const NOISE = 0.07;

/** Searches in one week (counted from the first Monday of 2018): base × trend × season × noise. */
export function weeklySearches(profile: KeywordProfile, week: number): number {
  const season = profile.season[dayOfYear(week)] ?? 1;
  const trend = profile.yearlyGrowth ** yearsFrom2024(week);
  const noise = Math.exp(NOISE * bell(profile.seed, 100 + week));
  return (profile.monthlySearches / WEEKS_IN_MONTH) * trend * season * noise;
}

/** Searches in a month at the pace of the week of `at`, as a marketplace would count them. */
export function monthlySearchesAt(question: {
  keyword: string;
  marketplace: Marketplace;
  country: Country;
  at: Date;
}): number {
  const profile = profileOf(question.keyword, question.marketplace, question.country);
  return Math.round(weeklySearches(profile, Math.floor(weeksAt(question.at))) * WEEKS_IN_MONTH);
}

// Only to be fast: sums up to each week, made once a profile and lengthened when asked further.
const sums = new WeakMap<KeywordProfile, Float64Array>();
const SPARE_WEEKS = 104;

function sumsUpTo(profile: KeywordProfile, week: number): Float64Array {
  const known = sums.get(profile);
  if (known && known.length > week + 1) return known;
  const longer = new Float64Array(week + 2 + SPARE_WEEKS);
  if (known) longer.set(known);
  for (let w = known?.length ?? 1; w < longer.length; w += 1)
    longer[w] = (longer[w - 1] ?? 0) + weeklySearches(profile, w - 1);
  sums.set(profile, longer);
  return longer;
}

/** All searches since the first week until `weeks`, the running week in part. */
export function searchesUntil(profile: KeywordProfile, weeks: number): number {
  const week = Math.floor(weeks);
  const table = sumsUpTo(profile, week);
  const before = table[week] ?? 0;
  return before + ((table[week + 1] ?? before) - before) * (weeks - week);
}
