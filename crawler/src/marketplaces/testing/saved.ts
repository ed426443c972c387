import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ParsedSearchPage, ParsedSuggestPage, SearchResults, SuggestResults } from '../parsed-page.js';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Body of a hand-written page in `crawler/fixtures`. */
export const fixture = (path: string): Buffer => readFileSync(at(`../../../fixtures/${path}`));

/** Folder of real saved pages, which belong to the sites and are no part of this repository. */
export const REAL_PAGES = at('../../../../../shared/data/');

export function asSearch(parsed: ParsedSearchPage): SearchResults {
  if (parsed.kind !== 'search') throw new Error(`no search page: ${JSON.stringify(parsed)}`);
  return parsed;
}

export function asSuggest(parsed: ParsedSuggestPage): SuggestResults {
  if (parsed.kind !== 'suggest') throw new Error(`no suggestions: ${JSON.stringify(parsed)}`);
  return parsed;
}
