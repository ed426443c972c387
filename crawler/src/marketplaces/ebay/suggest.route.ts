import { siteOf, type PageRoute } from '../marketplace.js';
import type { ParsedSuggestPage } from '../parsed-page.js';
import { EBAY_SITES, type EbaySite } from './sites.js';
import { parseEbaySuggest } from './suggest.parser.js';

/** `autosug?kwd=&sId=`: one host for all countries, told apart by the site's number. */
export const ebaySuggestRoute: PageRoute<ParsedSuggestPage> = {
  rendering: 'http',
  readyWhen: null,
  request(ask, address) {
    const sites: Partial<Record<string, EbaySite>> = EBAY_SITES;
    const site = siteOf('ebay', EBAY_SITES, ask.country);
    const query = new URLSearchParams({
      kwd: ask.keyword,
      sId: String(sites[ask.country]?.siteId ?? 0),
      _ch: '0',
    });
    return {
      url: `${address(site.suggestHost)}/autosug?${query.toString()}`,
      host: site.suggestHost,
      headers: { accept: '*/*', 'accept-language': `${site.language},en;q=0.5` },
    };
  },
  parse: (page, ask) => parseEbaySuggest(page, ask.keyword),
};
