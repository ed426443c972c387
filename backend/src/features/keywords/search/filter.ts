import type { ListKeywordsQuery, Match } from './list-keywords.dto.js';

/** Share of trigrams that a misspelt text must have in common with some part of a keyword; one wrong letter in six leaves more. */
export const SIMILAR_ENOUGH = '0.5';

export interface Filter {
  /** `true` or conditions joined by `and`; placeholders from `$1`. */
  readonly where: string;
  readonly values: readonly unknown[];
}

interface Wanted {
  /** Normalised; empty where nothing is searched for. */
  readonly text: string;
  readonly match: Match;
  readonly marketplace: ListKeywordsQuery['marketplace'] | undefined;
  readonly country: ListKeywordsQuery['country'] | undefined;
  readonly minVolume: number | undefined;
}

export function filterOf({ text, match, marketplace, country, minVolume }: Wanted): Filter {
  const values: unknown[] = [];
  const conditions: string[] = [];
  const add = (condition: (placeholder: string) => string, value: unknown) => {
    values.push(value);
    conditions.push(condition(`$${values.length}`));
  };
  if (match === 'substring') add((p) => `normalized like ${p}`, `%${literally(text)}%`);
  if (match === 'similar') add((p) => `${p} operator(public.<%) normalized`, text);
  if (marketplace !== undefined) add((p) => `marketplace = ${p}`, marketplace);
  if (country !== undefined) add((p) => `country = ${p}`, country);
  if (minVolume !== undefined) add((p) => `search_volume >= ${p}::float8`, minVolume);
  return { where: conditions.join(' and ') || 'true', values };
}

/** `%` and `_` in what somebody typed mean themselves. */
const literally = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
