import type { Count, Price } from '../../../backend/contracts/values/measure.js';

/** What came back from a host, before anybody judged it. */
export interface ReceivedPage {
  readonly body: string | Uint8Array;
  /** HTTP status, absent for a page saved without one. */
  readonly status?: number;
  /** Where the answer finally came from, after redirects. */
  readonly url?: string;
}

/** One listing of a results page; the same shape as in `observation.KeywordObserved`. */
export interface ParsedListing {
  readonly id: string;
  readonly title: string;
  /** null where the page shows none; a free listing has minor 0. */
  readonly price: Price | null;
  /** Mean on a scale to 5. */
  readonly rating: number | null;
  readonly reviewCount: Count | null;
  /** null where the page does not let us tell. */
  readonly sponsored: boolean | null;
  /** Shown only because nothing matched: says nothing about this keyword's supply. */
  readonly fallback: boolean;
  /** 1 for the first listing of the page, paid places counted too. */
  readonly place: number;
}

export interface ParsedSuggestion {
  readonly text: string;
  /** 1 for the first suggestion left after the echo of the prefix is dropped. */
  readonly place: number;
  /** The department or category a suggestion is narrowed to. */
  readonly scope?: string;
}

export interface SearchResults {
  readonly kind: 'search';
  /** The keyword as the page itself repeats it, null where it does not. */
  readonly keyword: string | null;
  /** What the page claims, null where it claims nothing. */
  readonly resultCount: Count | null;
  readonly listings: readonly ParsedListing[];
  /** Address of the next page as it stands in the page, null on the last one. */
  readonly nextPage: string | null;
}

export interface SuggestResults {
  readonly kind: 'suggest';
  /** The prefix as the answer repeats it, null where it does not. */
  readonly prefix: string | null;
  readonly suggestions: readonly ParsedSuggestion[];
}

/** The failure reasons a body can show; `robots` is known before anything is asked. */
export type PageFailureReason = 'captcha' | 'blocked' | 'unavailable' | 'truncated' | 'wrong-page' | 'drift';

/**
 * A page that gives no numbers. `blocked`: captcha or block; `other` + `wrong-page`: whole, but another page
 * (item, best sellers, home); `other` + `drift`: the page we asked for, which no longer reads as we know it.
 */
export interface NoResults {
  readonly kind: 'blocked' | 'unavailable' | 'truncated' | 'other';
  readonly reason: PageFailureReason;
  /** One sentence for a person: what was seen. */
  readonly detail: string;
}

export type ParsedSearchPage = SearchResults | NoResults;
export type ParsedSuggestPage = SuggestResults | NoResults;
