import type { Marketplace } from '../marketplace.js';
import { ebaySearchRoute } from './search.route.js';
import { EBAY_SITES } from './sites.js';
import { ebaySuggestRoute } from './suggest.route.js';

export const ebay: Marketplace = {
  name: 'ebay',
  sites: EBAY_SITES,
  probeKeyword: 'notebook',
  parserVersion: 'ebay-2',
  search: ebaySearchRoute,
  suggest: ebaySuggestRoute,
};
