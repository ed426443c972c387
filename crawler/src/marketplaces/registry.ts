import type { Marketplace as MarketplaceName } from '../../../backend/contracts/values/marketplace.js';
import { amazon } from './amazon/amazon.js';
import { ebay } from './ebay/ebay.js';
import { etsy } from './etsy/etsy.js';
import type { Marketplace } from './marketplace.js';

/** Every marketplace that can be looked at, by its name. */
export const MARKETPLACE_REGISTRY: Readonly<Record<MarketplaceName, Marketplace>> = {
  amazon,
  ebay,
  etsy,
};
