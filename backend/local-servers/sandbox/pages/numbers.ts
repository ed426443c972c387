import type { Country } from '../../../contracts/values/country.js';
import type { Price } from '../../../contracts/values/measure.js';
import { LANDS, minorDigits, type Currency } from '../catalogue/markets.js';

/** 1,234 · 1.234 · 1 234 · 1,23,456, as the country writes it. */
export const grouped = (value: number, country: Country): string =>
  new Intl.NumberFormat(LANDS[country].locale, { useGrouping: 'always' }).format(value);

/** 4.6 or 4,6. */
export const decimal = (value: number, country: Country): string =>
  new Intl.NumberFormat(LANDS[country].locale, { minimumFractionDigits: 1 }).format(value);

/** An amount in minor units as bare number: 1,234.50 · 1.234,50 · 1,480 for yen. */
export function amount(minor: number, currency: string, country: Country): string {
  const digits = minorDigits(currency as Currency);
  return new Intl.NumberFormat(LANDS[country].locale, {
    useGrouping: 'always',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(minor / 10 ** digits);
}

/** An amount with the sign that a shop in the country puts to it. */
export const money = (minor: number, currency: string, country: Country): string => {
  const digits = minorDigits(currency as Currency);
  return new Intl.NumberFormat(LANDS[country].locale, {
    style: 'currency',
    currency,
    useGrouping: 'always',
    // Rupees are written whole.
    minimumFractionDigits: currency === 'INR' && minor % 100 === 0 ? 0 : digits,
    maximumFractionDigits: digits,
  }).format(minor / 10 ** digits);
};

/** Both ends of a price; one where it is no range. */
export const endsOf = (price: Price): readonly number[] =>
  price.maxMinor === undefined ? [price.minor] : [price.minor, price.maxMinor];
