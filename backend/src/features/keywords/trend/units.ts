import type { MetricName } from '../../../../contracts/values/measure.js';

/** What a number counts. `ratio` is from 0 to 1, `points` from 0 to 100, `minorUnits` are cents, pence, whole yen. */
export const UNITS = [
  'searchesPerMonth', 'results', 'ratio', 'minorUnits', 'place', 'reviews', 'favourites', 'sales', 'points',
] as const; // prettier-ignore
export type Unit = (typeof UNITS)[number];

export const UNIT_OF: Readonly<Record<MetricName | 'opportunity', Unit>> = {
  searchVolume: 'searchesPerMonth',
  resultCount: 'results',
  competition: 'ratio',
  cpc: 'minorUnits',
  averagePrice: 'minorUnits',
  minPrice: 'minorUnits',
  maxPrice: 'minorUnits',
  rank: 'place',
  reviews: 'reviews',
  favourites: 'favourites',
  sales: 'sales',
  opportunity: 'points',
};
