import type { Marketplace } from '../marketplace.js';
import { amazonSearchRoute } from './search.route.js';
import { AMAZON_SITES } from './sites.js';
import { amazonSuggestRoute } from './suggest.route.js';

export const amazon: Marketplace = {
  name: 'amazon',
  sites: AMAZON_SITES,
  probeKeyword: 'notebook',
  parserVersion: 'amazon-2',
  search: amazonSearchRoute,
  suggest: amazonSuggestRoute,
};
