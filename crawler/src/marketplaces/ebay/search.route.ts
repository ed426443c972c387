import { siteOf, type PageRoute } from '../marketplace.js';
import type { ParsedSearchPage } from '../parsed-page.js';
import { parseEbaySearch } from './search.parser.js';
import { EBAY_SITES } from './sites.js';

/** `/sch/i.html?_nkw=`: the list is in the first HTML. */
export const ebaySearchRoute: PageRoute<ParsedSearchPage> = {
  rendering: 'http',
  readyWhen: null,
  request(ask, address) {
    const site = siteOf('ebay', EBAY_SITES, ask.country);
    const query = new URLSearchParams({ _nkw: ask.keyword });
    if (ask.page !== undefined && ask.page > 1) query.set('_pgn', String(ask.page));
    return {
      url: `${address(site.host)}/sch/i.html?${query.toString()}`,
      host: site.host,
      headers: { accept: 'text/html,application/xhtml+xml', 'accept-language': `${site.language},en;q=0.5` },
    };
  },
  parse: (page, ask) => parseEbaySearch(page, siteOf('ebay', EBAY_SITES, ask.country).currency),
};
