import { siteOf, type PageRoute } from '../marketplace.js';
import type { ParsedSuggestPage } from '../parsed-page.js';
import { ETSY_SITES } from './sites.js';
import { parseEtsySuggest } from './suggest.parser.js';

/** `suggestions_ajax.php`: `extras` is sent empty because the answer is shorter without it. */
export const etsySuggestRoute: PageRoute<ParsedSuggestPage> = {
  rendering: 'http',
  readyWhen: null,
  request(ask, address) {
    const site = siteOf('etsy', ETSY_SITES, ask.country);
    const query = new URLSearchParams({ extras: '{}', search_query: ask.keyword, search_type: 'all' });
    return {
      url: `${address(site.suggestHost)}/suggestions_ajax.php?${query.toString()}`,
      host: site.suggestHost,
      headers: { accept: 'application/json', 'accept-language': `${site.language},en;q=0.5` },
    };
  },
  parse: (page, ask) => parseEtsySuggest(page, ask.keyword),
};
