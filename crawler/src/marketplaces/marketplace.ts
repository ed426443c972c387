import type { Country } from '../../../backend/contracts/values/country.js';
import type { Marketplace as MarketplaceName } from '../../../backend/contracts/values/marketplace.js';
import type { ParsedSearchPage, ParsedSuggestPage, ReceivedPage } from './parsed-page.js';

/** Base address, without a trailing slash, under which a real host is reached: `https://www.amazon.com`. */
export type Address = (host: string) => string;

/** The marketplace's site for the buyers of one country. */
export interface Site {
  readonly host: string;
  readonly suggestHost: string;
  /** ISO 4217; used only where a price on the page names no currency of its own. */
  readonly currency: string;
  /** Accept-Language of a buyer there. */
  readonly language: string;
}

/** What to ask for. `keyword` is the prefix where suggestions are asked. */
export interface Ask {
  readonly keyword: string;
  readonly country: Country;
  /** 1 by default; suggestions have one page only. */
  readonly page?: number;
}

export interface PageRequest {
  readonly url: string;
  /** The real host: what robots.txt and the pace of asking go by. */
  readonly host: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** How one kind of page is asked for and read. */
export interface PageRoute<Parsed> {
  /** `browser`: the numbers are drawn by script, so the body is the document after `readyWhen` matched. */
  readonly rendering: 'http' | 'browser';
  /**
   * CSS selector that matches as soon as the page is worth reading: results, "nothing found" or a block page.
   * null for `http`. Where it never matches, read the document all the same: the parser names what it is.
   */
  readonly readyWhen: string | null;
  /** @throws Error where the marketplace has no site in that country. */
  request(ask: Ask, address: Address): PageRequest;
  /** Never throws for a body of text: whatever it is has a kind. */
  parse(page: ReceivedPage, ask: Pick<Ask, 'country'> & Partial<Pick<Ask, 'keyword'>>): Parsed;
}

/** Everything the crawler knows of one marketplace: a folder beside this file, and a line in `registry.ts`. */
export interface Marketplace {
  readonly name: MarketplaceName;
  readonly sites: Readonly<Partial<Record<Country, Site>>>;
  /** A keyword that has results in every country: no results for it means that the parser no longer fits. */
  readonly probeKeyword: string;
  /** Recorded with every observation; raised whenever the parsers may read the same bytes differently. */
  readonly parserVersion: string;
  readonly search: PageRoute<ParsedSearchPage>;
  readonly suggest: PageRoute<ParsedSuggestPage>;
}

/** @throws Error naming the countries that there are. */
export function siteOf(name: MarketplaceName, sites: Marketplace['sites'], country: Country): Site {
  const site = sites[country];
  if (!site)
    throw new Error(
      `${name} has no site for country ${country}; it has ${Object.keys(sites).sort().join(', ')}`,
    );
  return site;
}
