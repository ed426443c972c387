import { siteOf, type PageRoute } from '../marketplace.js';
import type { ParsedSearchPage } from '../parsed-page.js';
import { parseAmazonSearch } from './search.parser.js';
import { AMAZON_SITES } from './sites.js';

/** `/s?k=`: the list is in the first HTML. */
export const amazonSearchRoute: PageRoute<ParsedSearchPage> = {
  rendering: 'http',
  readyWhen: null,
  request(ask, address) {
    const site = siteOf('amazon', AMAZON_SITES, ask.country);
    const query = new URLSearchParams({ k: ask.keyword });
    if (ask.page !== undefined && ask.page > 1) query.set('page', String(ask.page));
    return {
      url: `${address(site.host)}/s?${query.toString()}`,
      host: site.host,
      headers: { accept: 'text/html,application/xhtml+xml', 'accept-language': `${site.language},en;q=0.5` },
    };
  },
  parse: (page, ask) => parseAmazonSearch(page, siteOf('amazon', AMAZON_SITES, ask.country).currency),
};
