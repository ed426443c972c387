import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readMinor, readPrice } from './money.js';

const eq = (minor: number, currency: string) => ({ minor, currency, relation: 'eq' });
const range = (minor: number, maxMinor: number, currency: string) => ({
  minor,
  maxMinor,
  currency,
  relation: 'range',
});

describe('a price in a text', () => {
  it.each([
    ['$1,399.99', 'USD', eq(139_999, 'USD')],
    ['17,04\u00A0€', 'USD', eq(1_704, 'EUR')],
    ['1\u202F299,99\u00A0€', 'EUR', eq(129_999, 'EUR')],
    ['₹1,99,800', 'INR', eq(19_980_000, 'INR')],
    ['₹227.92', 'INR', eq(22_792, 'INR')],
    ["CHF 1'234.50", 'CHF', eq(123_450, 'CHF')],
    ['CHF 15.–', 'CHF', eq(1_500, 'CHF')],
    ['12,- €', 'EUR', eq(1_200, 'EUR')],
    ['￥1,980', 'JPY', eq(1_980, 'JPY')],
    ['1.234 円', 'JPY', eq(1_234, 'JPY')],
    ['XOF\u00A06,765', 'USD', eq(6_765, 'XOF')],
    ['TWD 1,234.00', 'USD', eq(123_400, 'TWD')],
    ['PKR 28,499', 'USD', eq(2_849_900, 'PKR')],
    ['US $12.34', 'GBP', eq(1_234, 'USD')],
    ['C $12.34', 'USD', eq(1_234, 'CAD')],
    ['AU $1,012.50', 'USD', eq(101_250, 'AUD')],
    ['CA$12.34', 'USD', eq(1_234, 'CAD')],
    ['MX$ 199', 'USD', eq(19_900, 'MXN')],
    ['R$ 1.234,56', 'BRL', eq(123_456, 'BRL')],
    ['NT$350', 'USD', eq(35_000, 'TWD')],
    ['S$ 8.90', 'SGD', eq(890, 'SGD')],
    ['1 234,56 kr', 'SEK', eq(123_456, 'SEK')],
    ['49,00 zł', 'PLN', eq(4_900, 'PLN')],
    ['1.234,56 TL', 'TRY', eq(123_456, 'TRY')],
    ['KWD 12.345', 'USD', eq(12_345, 'KWD')],
    ['د.إ. 49.50', 'AED', eq(4_950, 'AED')],
    ['جنيه ١٬٢٣٤٫٥٠', 'EGP', eq(123_450, 'EGP')],
    ['$0.00', 'USD', eq(0, 'USD')],
    ['12.34', 'GBP', eq(1_234, 'GBP')],
    ['1.234', 'EUR', eq(123_400, 'EUR')],
  ])('%s reads as its minor units and currency', (text, site, expected) => {
    expect(readPrice(text, site)).toEqual(expected);
  });

  it.each([
    ['$', 'MXN', 'MXN'],
    ['$', 'CAD', 'CAD'],
    ['$', 'EUR', 'USD'],
    ['kr', 'NOK', 'NOK'],
    ['kr', 'EUR', 'SEK'],
    ['¥', 'JPY', 'JPY'],
    ['¥', 'USD', 'JPY'],
  ])('a shared sign %s on a site of %s is %s', (sign, site, currency) => {
    expect(readPrice(`${sign}100`, site)?.currency).toBe(currency);
  });

  it.each([
    ['$6.79 to $9.48', 'USD', range(679, 948, 'USD')],
    ['$6.79to$9.48', 'USD', range(679, 948, 'USD')],
    ['6,79 EUR bis 9,48 EUR', 'EUR', range(679, 948, 'EUR')],
    ['EUR 6,79 à EUR 9,48', 'EUR', range(679, 948, 'EUR')],
    ['6,79 a 9,48 EUR', 'USD', range(679, 948, 'EUR')],
    ['£5 – £1,005.50', 'GBP', range(500, 100_550, 'GBP')],
    ['¥100 to ¥2,000', 'JPY', range(100, 2_000, 'JPY')],
  ])('%s is a range of two ends, never one fused number', (text, site, expected) => {
    expect(readPrice(text, site)).toEqual(expected);
  });

  it.each([
    ['Free', 'USD'],
    ['See price', 'USD'],
    ['', 'EUR'],
    ['$12,34,56', 'USD'],
  ])('"%s" shows no price', (text, site) => {
    expect(readPrice(text, site)).toBeNull();
  });

  it('takes the first of two amounts that no word joins', () => {
    expect(readPrice('$8.99 $12.99', 'USD')).toEqual(eq(899, 'USD'));
  });

  it('takes the amount that a currency stands at, not a number beside it', () => {
    expect(readPrice('3 for $8.99', 'USD')).toEqual(eq(899, 'USD'));
  });
});

describe('the amount of a price', () => {
  const ways = [
    { locale: 'en-US', currency: 'USD', digits: 2 },
    { locale: 'de-DE', currency: 'EUR', digits: 2 },
    { locale: 'fr-FR', currency: 'EUR', digits: 2 },
    { locale: 'de-CH', currency: 'CHF', digits: 2 },
    { locale: 'en-IN', currency: 'INR', digits: 2 },
    { locale: 'sv-SE', currency: 'SEK', digits: 2 },
    { locale: 'pt-BR', currency: 'BRL', digits: 2 },
    { locale: 'ja-JP', currency: 'JPY', digits: 0 },
    { locale: 'ar-EG-u-nu-arab', currency: 'EGP', digits: 2 },
    { locale: 'en-KW', currency: 'KWD', digits: 3 },
  ] as const;

  it('comes back from every way of writing it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ways), fc.integer({ min: 0, max: 10 ** 11 }), (way, minor) => {
        const written = new Intl.NumberFormat(way.locale, {
          minimumFractionDigits: way.digits,
          maximumFractionDigits: way.digits,
        }).format(minor / 10 ** way.digits);
        expect(readMinor(written, way.currency)).toBe(minor);
      }),
    );
  });

  it('comes back from the whole price text, sign and all', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ways.slice(0, 8)),
        fc.integer({ min: 0, max: 10 ** 9 }),
        (way, minor) => {
          const written = new Intl.NumberFormat(way.locale, {
            style: 'currency',
            currency: way.currency,
          }).format(minor / 10 ** way.digits);
          expect(readPrice(written, way.currency)).toEqual(eq(minor, way.currency));
        },
      ),
    );
  });

  it('is never negative, broken or beyond what a number can hold, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123456789.,' $€-to") }), (text) => {
        const price = readPrice(text, 'USD');
        if (price === null) return;
        expect(Number.isSafeInteger(price.minor) && price.minor >= 0).toBe(true);
        if (price.relation === 'range') expect(price.maxMinor).toBeGreaterThan(price.minor);
        else expect(price.maxMinor).toBeUndefined();
      }),
    );
  });
});
