import type { Listing } from '../../../contracts/events/observation/keyword-observed/v1.js';
import type { Country } from '../../../contracts/values/country.js';
import type { Marketplace } from '../../../contracts/values/marketplace.js';
import type { Count } from '../../../contracts/values/measure.js';
import { weeksAt } from './calendar.js';
import { profileOf } from './keyword-profile.js';
import { listingAt } from './listings.js';
import { pageSize, VENUES } from './markets.js';
import { claimedCount, listingsInStock } from './result-count.js';

export interface ResultsQuestion {
  readonly keyword: string;
  readonly marketplace: Marketplace;
  readonly country: Country;
  readonly at: Date;
  /** Only the first so many listings of the page; all of them by default. */
  readonly listings?: number;
  /** 1 by default. */
  readonly page?: number;
}

export interface ResultsPage {
  /** As the page claims it. */
  readonly resultCount: Count;
  /** In the page's order, paid ones between the others. */
  readonly listings: readonly Listing[];
}

/** eBay alone fills a page without exact matches with other sellers' goods. */
const FALLBACK_LISTINGS = 12;

/** What a page of results shows at a moment. The same question always has the same answer. */
export function resultsPage(question: ResultsQuestion): ResultsPage {
  const { keyword, marketplace, country, at, page = 1 } = question;
  const profile = profileOf(keyword, marketplace, country);
  const weeks = weeksAt(at);
  const inStock = listingsInStock(profile, Math.floor(weeks));
  const fallback = inStock === 0;
  const total = fallback ? (marketplace === 'ebay' ? FALLBACK_LISTINGS : 0) : inStock;
  const size = pageSize(marketplace, country);
  const last = Math.min(total, page * size) - 1;
  const adEvery = fallback ? 0 : VENUES[marketplace].adEvery;

  const listings: Listing[] = [];
  let rank = (page - 1) * size;
  let ads = (page - 1) * Math.ceil(size / 2);
  while (rank <= last && listings.length < (question.listings ?? Infinity)) {
    const place = listings.length + 1;
    const isAd = adEvery > 0 && place % adEvery === 1;
    const where = { last, place, fallback, sponsored: adEvery > 0 ? isAd : null };
    listings.push(listingAt(profile, marketplace, country, weeks, { ...where, rank: isAd ? ads++ : rank++ }));
  }
  return { resultCount: claimedCount(marketplace, inStock), listings };
}
