import type { Marketplace } from '../marketplace.js';
import { etsySearchRoute } from './search.route.js';
import { ETSY_SITES } from './sites.js';
import { etsySuggestRoute } from './suggest.route.js';

export const etsy: Marketplace = {
  name: 'etsy',
  sites: ETSY_SITES,
  probeKeyword: 'notebook',
  parserVersion: 'etsy-2',
  search: etsySearchRoute,
  suggest: etsySuggestRoute,
};
