// Every currency has two decimals except these (ISO 4217).
const NO_DECIMALS = new Set('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' '));
const THREE_DECIMALS = new Set('BHD IQD JOD KWD LYD OMR TND'.split(' '));

/** Digits of the minor unit: 2 for EUR, 0 for JPY, 3 for KWD. */
export function minorDigits(currency: string): 0 | 2 | 3 {
  if (NO_DECIMALS.has(currency)) return 0;
  return THREE_DECIMALS.has(currency) ? 3 : 2;
}

const CODES = (
  'AED ARS AUD BDT BGN BHD BIF BRL CAD CHF CLP CNY COP CRC CZK DKK DOP DZD EGP EUR GBP GEL GHS GNF GTQ HKD HNL HRK ' +
  'HUF IDR ILS INR ISK JMD JOD JPY KES KHR KRW KWD KZT LBP LKR MAD MDL MOP MUR MXN MYR NAD NGN NIO NOK NPR NZD OMR ' +
  'PAB PEN PHP PKR PLN PYG QAR RON RSD RUB SAR SEK SGD THB TND TRY TTD TWD TZS UAH UGX USD UYU UZS VND XAF XCD XOF ' +
  'XPF ZAR ZMW'
).split(' ');

// Longer signs first, so that "R$" is not read as "$" and "C $" not as a dollar of no country.
const SIGNS: readonly (readonly [string, string])[] = [
  ['US\\s?\\$', 'USD'], ['CA?\\s?\\$', 'CAD'], ['AU?\\s?\\$', 'AUD'], ['NZ\\s?\\$', 'NZD'], ['HK\\s?\\$', 'HKD'],
  ['NT\\s?\\$', 'TWD'], ['MXN?\\s?\\$', 'MXN'], ['S\\s?\\$', 'SGD'], ['R\\s?\\$', 'BRL'], ['CLP\\s?\\$', 'CLP'],
  ['COP\\s?\\$', 'COP'], ['E\\s?£', 'EGP'], ['£\\s?E', 'EGP'], ['F\\s?CFA|FCFA|CFA', 'XOF'], ['SFr\\.?|Fr\\.', 'CHF'],
  ['€', 'EUR'], ['£', 'GBP'], ['₹|Rs\\.', 'INR'], ['円', 'JPY'], ['元|RMB', 'CNY'], ['zł|zl', 'PLN'], ['₺|TL', 'TRY'],
  ['Kč', 'CZK'], ['Ft', 'HUF'], ['₽|руб\\.?', 'RUB'], ['₩', 'KRW'], ['₪', 'ILS'], ['₫', 'VND'], ['฿', 'THB'],
  ['₱', 'PHP'], ['₦', 'NGN'], ['₴', 'UAH'], ['lei', 'RON'], ['лв\\.?', 'BGN'], ['RM', 'MYR'], ['Rp\\.?', 'IDR'], ['R', 'ZAR'],
  ['AED|Dhs?\\.?|د\\.إ\\.?|درهم', 'AED'], ['ر\\.س\\.?|ريال|﷼|SR', 'SAR'], ['ج\\.م\\.?|جنيه|LE', 'EGP'],
]; // prettier-ignore

// Signs that several currencies share: the country decides, or else the currency that shows it most.
const SHARED_SIGNS: readonly (readonly [string, readonly string[]])[] = [
  ['\\$', ['USD', 'CAD', 'AUD', 'MXN', 'SGD', 'NZD', 'HKD', 'TWD', 'ARS', 'CLP', 'COP']],
  ['[¥￥]', ['JPY', 'CNY']],
  ['kr\\.?', ['SEK', 'DKK', 'NOK', 'ISK']],
];

const ALL_SIGNS = [...CODES, ...SIGNS.map(([sign]) => sign), ...SHARED_SIGNS.map(([sign]) => sign)];

// A sign of letters may not be part of a word: "TL" is no currency in "TLC". "to$9" has a sign all the same.
const asPattern = (sign: string): string =>
  sign
    .split('|')
    .map(
      (one) => `${/^\p{L}/u.test(one) ? '(?<!\\p{L})' : ''}${one}${/\p{L}$/u.test(one) ? '(?!\\p{L})' : ''}`,
    )
    .join('|');

/** Source of a pattern for every sign and code we know. */
export const CURRENCY_PATTERN = `(?:${ALL_SIGNS.map(asPattern).join('|')})`;

/** ISO 4217 code of a sign as shown, with `fallback` (the site's currency) for the signs that several share. */
export function currencyOf(sign: string, fallback: string): string | null {
  const shown = sign.trim();
  if (CODES.includes(shown)) return shown;
  for (const [pattern, currency] of SIGNS)
    if (new RegExp(`^(?:${pattern})$`, 'u').test(shown)) return currency;
  for (const [pattern, currencies] of SHARED_SIGNS)
    if (new RegExp(`^(?:${pattern})$`, 'u').test(shown))
      return currencies.includes(fallback) ? fallback : (currencies[0] ?? null);
  return null;
}
