import type { Country, Marketplace, Sort, TrendMetric } from './types.js';

/** Lists that the screen needs in an order; the records make one that lacks a value of the API not compile. */
function keysOf<K extends string>(record: Record<K, unknown>): readonly K[] {
  return Object.keys(record) as K[];
}

/** Names are brands and are not translated. */
export const MARKETPLACE_NAMES: Record<Marketplace, string> = {
  amazon: 'Amazon',
  etsy: 'Etsy',
  ebay: 'eBay',
};
export const MARKETPLACES = keysOf(MARKETPLACE_NAMES);

/** Countries that a look can be made from, ISO 3166-1 alpha-2; the first is the one chosen until somebody chooses. */
export const COUNTRIES = keysOf<Country>({
  US: 1, GB: 1, DE: 1, FR: 1, IT: 1, ES: 1, CA: 1, AU: 1, JP: 1, MX: 1, BR: 1, NL: 1, SE: 1, TR: 1, AE: 1, SA: 1,
  SG: 1, BE: 1, EG: 1, IN: 1, AT: 1, CH: 1, IE: 1, PL: 1,
}); // prettier-ignore

/** What a figure counts, which decides how it is written. */
export type Unit = 'count' | 'money' | 'share' | 'score';

export const METRIC_UNITS: Record<TrendMetric, Unit> = {
  searchVolume: 'count',
  resultCount: 'count',
  competition: 'share',
  cpc: 'money',
  averagePrice: 'money',
  minPrice: 'money',
  maxPrice: 'money',
  rank: 'count',
  reviews: 'count',
  favourites: 'count',
  sales: 'count',
  opportunity: 'score',
};

/** Orders that the list of keywords can be asked for; a leading dash is descending. */
export const SORTS = keysOf<Sort>({
  '-searchVolume': 1,
  searchVolume: 1,
  '-opportunity': 1,
  opportunity: 1,
  '-competition': 1,
  competition: 1,
  '-resultCount': 1,
  resultCount: 1,
  '-averagePrice': 1,
  averagePrice: 1,
  keyword: 1,
  '-keyword': 1,
  '-lastObservedAt': 1,
});
