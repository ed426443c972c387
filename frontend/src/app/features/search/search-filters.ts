import type { Country, KeywordItem, Marketplace, Sort } from '../../api/types.js';
import { COUNTRIES, MARKETPLACES, SORTS } from '../../api/vocabulary.js';
import { isMoment } from '../../core/as-of/as-of.js';
import { sameKeyword } from '../../core/same-keyword.js';

/** What the list shows; lives in the address, so that a search can be shared and gone back to. */
export interface SearchFilters {
  query: string;
  marketplace: Marketplace | null;
  country: Country | null;
  minVolume: number | null;
  sort: Sort;
  /** A past day, or moment, that the list is shown as of; null: now. */
  asOf: string | null;
}

export const DEFAULT_SORT: Sort = '-searchVolume';
export const MIN_VOLUMES: readonly number[] = [100, 1_000, 5_000, 10_000, 50_000];

/** Reads the address. What it does not understand counts as not given, for addresses are typed by people. */
export function filtersFrom(params: Record<string, string | null | undefined>): SearchFilters {
  const minVolume = Number(params['minVolume']);
  const asOf = params['asOf'] ?? undefined;
  return {
    query: params['query']?.trim() ?? '',
    marketplace: MARKETPLACES.find((m) => m === params['marketplace']) ?? null,
    country: COUNTRIES.find((c) => c === params['country']) ?? null,
    minVolume: Number.isFinite(minVolume) && minVolume > 0 ? minVolume : null,
    sort: SORTS.find((s) => s === params['sort']) ?? DEFAULT_SORT,
    asOf: isMoment(asOf) ? asOf : null,
  };
}

/** The parameters of GET /keywords; nothing is sent for a filter that is not set. */
export function requestParams(filters: SearchFilters): Record<string, string | number> {
  return {
    sort: filters.sort,
    ...(filters.query && { query: filters.query }),
    ...(filters.marketplace && { marketplace: filters.marketplace }),
    ...(filters.country && { country: filters.country }),
    ...(filters.minVolume && { minVolume: filters.minVolume }),
    ...(filters.asOf && { asOf: filters.asOf }),
  };
}

/** The sort that a click on a column asks for: descending first, then ascending; keywords the other way round. */
export function nextSort(current: Sort, column: string): Sort {
  const first = column === 'keyword' ? column : `-${column}`;
  const second = column === 'keyword' ? `-${column}` : column;
  const wanted = current === first ? second : first;
  return SORTS.find((s) => s === wanted) ?? SORTS.find((s) => s === first) ?? DEFAULT_SORT;
}

export function sortDirection(current: Sort, column: string): 'ascending' | 'descending' | null {
  if (current === column) return 'ascending';
  return current === `-${column}` ? 'descending' : null;
}

/** Whether the very keyword that was typed is among the rows; close ones do not count. */
export function isKnown(query: string, items: readonly Pick<KeywordItem, 'keyword'>[]): boolean {
  return items.some((item) => sameKeyword(item.keyword, query));
}
