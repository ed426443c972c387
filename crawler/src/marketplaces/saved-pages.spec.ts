import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { parseSavedPage } from './parse-saved-page.js';
import { REAL_PAGES } from './testing/saved.js';

interface Listing {
  id: string;
  price: { minor: number; maxMinor?: number; currency: string } | null;
  rating: number | null;
  reviewCount: number | null;
  sponsored: boolean | null;
  fallback: boolean;
  place: number;
}
interface Parsed {
  kind: string;
  reason?: string;
  keyword?: string;
  resultCount?: { value: number; relation: string };
  listings?: Listing[];
  suggestions?: { text: string; place: number; scope?: string }[];
}
interface Expected {
  kind: string;
  reason?: string;
  keyword?: string;
  results?: { value: number; relation: string; from?: number; to?: number };
  cards?: number;
  organic?: number;
  sponsored?: number;
  items?: number;
  price_ranges?: number;
  no_price?: string[];
  no_price_count?: number;
  fallback?: { cards: number };
}

const isThere = existsSync(REAL_PAGES);
if (!isThere) console.log(`Saved pages are not at ${REAL_PAGES}: the checks against real pages are skipped.`);

/** What the page is called in the list of expectations, and what we call it. */
const KINDS: Readonly<Record<string, string>> = { item: 'other', bestsellers: 'other' };

(isThere ? describe : describe.skip)('the saved pages of real marketplaces', () => {
  const expectations: Record<string, Expected> = isThere
    ? (JSON.parse(readFileSync(`${REAL_PAGES}pages/expected.json`, 'utf8')) as Record<string, Expected>)
    : {};
  const names = Object.keys(expectations).filter((name) => !name.startsWith('_'));
  const read = (name: string): Parsed =>
    parseSavedPage({
      marketplace: name.split('_')[0] ?? '',
      page: 'search',
      body: readFileSync(`${REAL_PAGES}pages/${name}`),
    }) as Parsed;

  it.each(names)('%s gives what it must', (name) => {
    const expected = expectations[name] as Expected;
    const parsed = read(name);
    const listings = parsed.listings ?? [];

    expect(parsed.kind).toBe(KINDS[expected.kind] ?? expected.kind);
    if (parsed.kind !== 'search') {
      expect(parsed).toEqual({ kind: parsed.kind, reason: parsed.reason });
      return;
    }
    expect(parsed.keyword).toBe(expected.keyword);
    expect(parsed.resultCount).toEqual({
      value: expected.results?.value,
      relation: expected.results?.relation,
    });
    expect(listings.map(({ place }) => place)).toEqual(listings.map((_, index) => index + 1));
    if (expected.cards !== undefined) expect(listings).toHaveLength(expected.cards);
    if (expected.items !== undefined) expect(listings).toHaveLength(expected.items);
    if (expected.organic !== undefined)
      expect(listings.filter(({ sponsored }) => sponsored === false)).toHaveLength(expected.organic);
    if (expected.sponsored !== undefined)
      expect(listings.filter(({ sponsored }) => sponsored === true)).toHaveLength(expected.sponsored);
    if (expected.price_ranges !== undefined)
      expect(listings.filter(({ price }) => price?.maxMinor !== undefined)).toHaveLength(
        expected.price_ranges,
      );
    const unpriced = listings.filter(({ price }) => price === null).map(({ id }) => id);
    if (expected.no_price) expect(unpriced).toEqual(expected.no_price);
    if (expected.no_price_count !== undefined) expect(unpriced).toHaveLength(expected.no_price_count);
    if (expected.fallback)
      expect(listings.filter(({ fallback }) => fallback)).toHaveLength(expected.fallback.cards);
  });

  const listing = (name: string, id: string, sponsored?: boolean): Listing | undefined =>
    read(name).listings?.find(
      (one) => one.id === id && (sponsored === undefined || one.sponsored === sponsored),
    );

  it.each([
    ['amazon_us_search_laptop_2025-08-29.html', 'B0FMFF5QRF', 36_900, 'USD', 5, 26],
    ['amazon_us_search_laptop_2025-08-29.html', 'B0BS4BP8FB', 31_999, 'USD', 4.2, 4_222],
    ['amazon_es_search_god-of-war_2025-11-06.html', 'B07YY2YVK5', 1_599, 'EUR', 4.8, 7_319],
    ['amazon_es_search_god-of-war_2025-11-06.html', 'B0CPD3911D', 599, 'EUR', 4.4, 28_754],
    ['amazon_in_search_cmf-buds_302-results_2025-11-26.html', 'B0FFN4GPJG', 227_000, 'INR', 3.7, 66],
    ['amazon_in_search_cmf-buds_302-results_2025-11-26.html', 'B0FN7X2YHZ', 199_800, 'INR', 3.9, 1_691],
    ['ebay_us_search_phone_150000plus_2025-08-29.html', '336135053330', 6_899, 'USD', null, null],
    ['ebay_uk_search_bluray_zero-exact-60-cards_2025-08-28.html', '357137470627', 6_890, 'GBP', null, null],
  ])('%s: %s costs %d %s, rated %s by %s', (name, id, minor, currency, rating, reviewCount) => {
    expect(listing(name, id)).toMatchObject({ price: { minor, currency }, rating, reviewCount });
  });

  it.each([
    ['amazon_us_captcha_on-search_2021-09.html', 'captcha'],
    ['etsy_us_blocked_datadome-captcha_on-search_2026-03-08.html', 'captcha'],
    ['walmart_us_blocked_robot-or-human_2026-03-08.html', 'captcha'],
    ['ebay_us_blocked_pardon-our-interruption_2025-10-23.html', 'blocked'],
    ['ebay_uk_search_truncated_50000-bytes_2025-08-28.html', 'truncated'],
    ['ebay_us_item_not-a-search-page_2025-06-02.html', 'wrong-page'],
    ['amazon_us_bestsellers_electronics_xof-prices_2026-03-08.html', 'wrong-page'],
  ])('%s has the reason %s', (name, reason) => {
    expect(read(name).reason).toBe(reason);
  });

  it('decodes the paid places of an eBay page, and leaves open those whose two signs disagree', () => {
    const { listings = [] } = read('ebay_us_search_phone_150000plus_2025-08-29.html');
    const places = (sponsored: boolean | null) =>
      listings.filter((one) => one.sponsored === sponsored).map(({ place }) => place);
    expect(places(true)).toEqual([1, 2, 3, 14, 15, 16, 29, 30, 31, 32, 39, 40, 59, 60]);
    expect(places(null)).toEqual([12, 13, 26, 34, 38, 48, 52, 54, 58]);
    expect(places(false)).toHaveLength(37);
  });

  it('gives 10 suggestions of Amazon: 9 new texts and the echo narrowed to a department', () => {
    const body = readFileSync(`${REAL_PAGES}suggest/amazon_de_api-2017-suggestions_powerbank.json`);
    const { suggestions = [] } = parseSavedPage({
      marketplace: 'amazon',
      page: 'suggest',
      body,
      country: 'DE',
    }) as Parsed;
    expect(suggestions[0]).toEqual({ text: 'powerbank', place: 1, scope: 'Elektronik & Foto' });
    expect(new Set(suggestions.slice(1).map(({ text }) => text)).size).toBe(9);
  });

  it('gives 10 suggestions of eBay out of their wrapper', () => {
    const body = readFileSync(`${REAL_PAGES}suggest/ebay_autosug_ipad-d.jsonp`);
    const { suggestions = [] } = parseSavedPage({ marketplace: 'ebay', page: 'suggest', body }) as Parsed;
    expect(suggestions).toHaveLength(10);
    expect(suggestions[9]).toEqual({ text: 'ipad dummy', place: 10 });
  });
});
