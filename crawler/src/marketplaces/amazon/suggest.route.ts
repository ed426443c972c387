import { siteOf, type PageRoute } from '../marketplace.js';
import type { ParsedSuggestPage } from '../parsed-page.js';
import { parseAmazonSuggest } from './suggest.parser.js';
import { AMAZON_SITES, type AmazonSite } from './sites.js';

/**
 * `/api/2017/suggestions`. Session id, locale and page type are left out on purpose: with them the ranking becomes
 * personal, and two looks can no longer be compared.
 */
export const amazonSuggestRoute: PageRoute<ParsedSuggestPage> = {
  rendering: 'http',
  readyWhen: null,
  request(ask, address) {
    const sites: Partial<Record<string, AmazonSite>> = AMAZON_SITES;
    const site = siteOf('amazon', AMAZON_SITES, ask.country);
    const query = new URLSearchParams({
      mid: sites[ask.country]?.marketplaceId ?? '',
      alias: 'aps',
      prefix: ask.keyword,
      'suggestion-type': 'KEYWORD',
    });
    return {
      url: `${address(site.suggestHost)}/api/2017/suggestions?${query.toString()}`,
      host: site.suggestHost,
      headers: { accept: 'application/json', 'accept-language': `${site.language},en;q=0.5` },
    };
  },
  parse: (page, ask) => parseAmazonSuggest(page, ask.keyword),
};
