import { siteOf, type PageRoute } from '../marketplace.js';
import type { ParsedSearchPage } from '../parsed-page.js';
import { parseEtsySearch } from './search.parser.js';
import { ETSY_SITES, type EtsySite } from './sites.js';

/** Drawn tiles, the notice of no results, or the frame of a wall. */
const READY = [
  '[data-search-results-lg] li [data-listing-id]',
  '[data-search-results] [data-listing-id]',
  '[data-search-no-results]',
  'iframe[src*="captcha-delivery.com"]',
].join(', ');

/** `/search?q=`: most of the list is drawn by script, so it needs a browser. */
export const etsySearchRoute: PageRoute<ParsedSearchPage> = {
  rendering: 'browser',
  readyWhen: READY,
  request(ask, address) {
    const sites: Partial<Record<string, EtsySite>> = ETSY_SITES;
    const site = siteOf('etsy', ETSY_SITES, ask.country);
    const query = new URLSearchParams({ q: ask.keyword });
    if (ask.page !== undefined && ask.page > 1) query.set('page', String(ask.page));
    return {
      url: `${address(site.host)}${sites[ask.country]?.pathPrefix ?? ''}/search?${query.toString()}`,
      host: site.host,
      headers: { 'accept-language': `${site.language},en;q=0.5` },
    };
  },
  parse: (page, ask) => parseEtsySearch(page, siteOf('etsy', ETSY_SITES, ask.country).currency),
};
