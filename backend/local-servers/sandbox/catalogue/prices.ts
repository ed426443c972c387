import type { Country } from '../../../contracts/values/country.js';
import type { Marketplace } from '../../../contracts/values/marketplace.js';
import type { Price } from '../../../contracts/values/measure.js';
import { bell, chance } from './chance.js';
import type { KeywordProfile } from './keyword-profile.js';
import { LANDS, minorDigits, perDollar, VENUES, type Currency } from './markets.js';

/** The nearest price that a shop would write: 4.99 and 12.49, 1,480 yen, 499 rupees. */
function shopPrice(usd: number, currency: Currency): number {
  const amount = usd * perDollar(currency);
  if (currency === 'JPY') return Math.max(100, Math.round(amount / 10) * 10);
  if (perDollar(currency) > 10) return Math.max(10, Math.round(amount)) * 100 - 100;
  const halves = Math.max(1, Math.round(amount * 2));
  return halves * 50 - 1;
}

/** The listing's price in the week, null where the card shows none. A tenth of all are on sale in any month. */
export function priceOf(
  profile: KeywordProfile,
  listingSeed: number,
  week: number,
  marketplace: Marketplace,
  country: Country,
): Price | null {
  const { currency } = LANDS[country];
  const kind = chance(listingSeed, 20);
  if (marketplace === 'amazon' && kind < 0.05) return null;
  if (marketplace === 'amazon' && kind < 0.1 && /book|guide/u.test(profile.keyword))
    return { minor: 0, currency, relation: 'eq' };
  const usual = profile.typicalPrice * VENUES[marketplace].priceLevel * Math.exp(0.4 * bell(listingSeed, 21));
  const sale = chance(listingSeed, 1_000 + Math.floor(week / 4)) < 0.1 ? 0.75 : 1;
  const minor = shopPrice(usual * sale, currency);
  if (marketplace === 'ebay' && kind < 0.12) {
    const maxMinor = minor + shopPrice(usual * (0.3 + chance(listingSeed, 22)), currency);
    return { minor, maxMinor, currency, relation: 'range' };
  }
  return { minor, currency, relation: 'eq' };
}

/** Old price beside a reduced one, in minor units, null for most. Pages show it; it is never the listing's price. */
export function struckPriceOf(price: Price, listingSeed: number): number | null {
  if (price.relation !== 'eq' || price.minor === 0 || chance(listingSeed, 23) > 0.2) return null;
  const unit = 10 ** minorDigits(price.currency as Currency);
  return Math.ceil((price.minor * 1.4) / unit) * unit;
}
