import { describe, expect, it } from '@jest/globals';
import { asSearch, fixture } from '../testing/saved.js';
import { parseAmazonSearch } from './search.parser.js';

const parse = (name: string, status?: number) =>
  parseAmazonSearch({ body: fixture(`amazon/${name}`), ...(status === undefined ? {} : { status }) }, 'USD');

describe("a page of Amazon's results", () => {
  const page = asSearch(parse('search-us-traps.html'));
  const listing = (id: string) => page.listings.filter((one) => one.id === id);

  it('tells its keyword, its claim as "more than" and its next page', () => {
    expect(page).toMatchObject({
      keyword: 'meal planner 3-in-1',
      resultCount: { value: 40_000, relation: 'gt' },
      nextPage: '/s?k=meal+planner+3-in-1&page=2',
    });
  });

  it('keeps a product that stands as ad and as result twice, and counts places over both', () => {
    expect(listing('B000000001').map(({ sponsored, place }) => ({ sponsored, place }))).toEqual([
      { sponsored: true, place: 1 },
      { sponsored: false, place: 2 },
    ]);
  });

  it('leaves out carousels and featured lists', () => {
    expect(page.listings.map(({ id }) => id)).not.toEqual(expect.arrayContaining(['B0CAROUSEL']));
    expect(page.listings).toHaveLength(9);
  });

  it('takes the title, not the brand above it', () => {
    expect(listing('B000000001')[1]?.title).toBe('Weekly Planner Pad');
  });

  it('takes the price now, not the one before nor the one per piece', () => {
    expect(listing('B000000001')[1]?.price).toEqual({ minor: 1_299, currency: 'USD', relation: 'eq' });
  });

  it('takes the exact count of ratings from the label, and a rounded one as a lower bound', () => {
    expect(listing('B000000001')[1]?.reviewCount).toEqual({ value: 12_747, relation: 'eq' });
    expect(listing('B000000002')[0]).toMatchObject({
      rating: 4,
      reviewCount: { value: 1_200, relation: 'gte' },
    });
  });

  it('reads the visible parts of a price whose spoken text is empty', () => {
    expect(listing('B000000002')[0]?.price?.minor).toBe(127_450);
  });

  it.each([
    ['a zero for members with a price to buy', 'B000000003', 899],
    ['a zero for members alone', 'B000000004', null],
    ['a zero for everybody', 'B000000005', 0],
    ['only other sellers', 'B000000006', null],
  ])('%s: the price of %s is %s', (_, id, minor) => {
    expect(listing(id)[0]?.price?.minor ?? null).toBe(minor);
  });

  it('keeps both ends of a range', () => {
    expect(listing('B000000007')[0]?.price).toEqual({
      minor: 679,
      maxMinor: 948,
      currency: 'USD',
      relation: 'range',
    });
  });

  it("keeps the viewer's currency", () => {
    expect(listing('B000000008')[0]?.price).toEqual({ minor: 6_765, currency: 'XOF', relation: 'eq' });
  });
});

describe('the claim in other languages and forms', () => {
  it('reads Japanese, where the total comes first and yen have no cents', () => {
    const page = asSearch(parse('search-jp.html'));
    expect(page.resultCount).toEqual({ value: 3_000, relation: 'gt' });
    expect(page.listings[0]).toMatchObject({
      price: { minor: 1_980, currency: 'JPY' },
      rating: 4.3,
      reviewCount: { value: 1_234, relation: 'eq' },
    });
  });

  it('reads French, grouped by narrow blanks', () => {
    const page = asSearch(parse('search-fr-narrow-blanks.html'));
    expect(page.resultCount).toEqual({ value: 10_000, relation: 'gt' });
    expect(page.listings[0]).toMatchObject({
      price: { minor: 129_999, currency: 'EUR' },
      reviewCount: { value: 28_754 },
    });
  });

  it.each([
    ['1-2 von mehr als 50.000 Ergebnissen oder Vorschlägen für', 50_000, 'gt'],
    ['1-2 von über 1.000 Ergebnissen für', 1_000, 'gt'],
    ['1-2 dei più di 10.000 risultati in', 10_000, 'gt'],
    ['1-2 van meer dan 10.000 resultaten voor', 10_000, 'gt'],
    ['1-2 av över 10 000 resultat för', 10_000, 'gt'],
    ['1-2 z ponad 10 000 wyników dla', 10_000, 'gt'],
    ['6.000 üzeri sonuç arasından 1-2 arası gösteriliyor. Aranan ürün:', 6_000, 'gt'],
    ['1-2 من أكثر من 10,000 نتيجة', 10_000, 'gt'],
    ['1-2 of over 1,00,000 results for', 100_000, 'gt'],
    ['1-2 of 302 results for', 302, 'eq'],
    ['301-302 of 302 results for', 302, 'eq'],
    ['2 results for', 2, 'eq'],
  ])('"%s" claims %d, %s', (line, value, relation) => {
    const html = fixture('amazon/search-one-page.html').toString('utf8').replace('2 results for', line);
    expect(asSearch(parseAmazonSearch({ body: html }, 'EUR')).resultCount).toEqual({ value, relation });
  });

  it('takes "no results" as exactly none', () => {
    expect(asSearch(parse('search-no-results.html'))).toMatchObject({
      resultCount: { value: 0, relation: 'eq' },
      listings: [],
    });
  });
});

describe('a page without numbers', () => {
  it.each([
    ['captcha-button-only.html', 'blocked', 'captcha'],
    ['unavailable-dogs.html', 'unavailable', 'unavailable'],
    ['soft-block-404.html', 'blocked', 'blocked'],
    ['product-page.html', 'other', 'wrong-page'],
    ['search-missing-cards.html', 'other', 'drift'],
  ])('%s is %s for the reason %s', (name, kind, reason) => {
    expect(parse(name)).toMatchObject({ kind, reason });
  });

  it.each([
    [403, 'blocked'],
    [429, 'blocked'],
    [503, 'unavailable'],
  ])('a status of %d is %s even where the body looks whole', (status, kind) => {
    expect(parse('search-one-page.html', status).kind).toBe(kind);
  });

  it('is truncated wherever it was cut, never a smaller result', () => {
    const whole = fixture('amazon/search-us-traps.html').toString('utf8');
    const end = whole.indexOf('</html>');
    for (let at = 100; at < end; at += 97)
      expect(parseAmazonSearch({ body: whole.slice(0, at) }, 'USD').kind).toBe('truncated');
  });

  it('is truncated where a browser closed what the server left open', () => {
    const whole = fixture('amazon/search-us-traps.html').toString('utf8');
    const cut = `${whole.slice(0, whole.indexOf('B000000006'))}"></div></body></html>`;
    expect(parseAmazonSearch({ body: cut }, 'USD').kind).toBe('truncated');
  });

  it('does not take a product titled like a wall for one', () => {
    const html = fixture('amazon/search-one-page.html')
      .toString('utf8')
      .replace(
        '<span>One</span>',
        '<span>Robot or human? To discuss automated access to Amazon data, continue shopping</span>',
      );
    expect(parseAmazonSearch({ body: html }, 'USD').kind).toBe('search');
  });
});

describe('traps of other layouts', () => {
  const card = (asin: string) =>
    `<div data-component-type="s-search-result" data-asin="${asin}"><h2><span>Pad ${asin}</span></h2></div>`;
  const cards = (many: number) =>
    Array.from({ length: many }, (_, index) => card(`B0000000${String(index).padStart(2, '0')}`)).join('');
  const page = (claim: string, many: number, foot: string) =>
    parseAmazonSearch(
      {
        body: `<html><head><title>Amazon.com : pad</title></head><body><span data-component-type="s-result-info-bar"><h2><span>${claim}</span></h2></span><div class="s-main-slot">${cards(many)}</div>${foot}</body></html>`,
      },
      'USD',
    );
  const FOOT = '<div id="navFooter"></div>';

  it('is a page of results even where one or two cards are of a kind that we do not know', () => {
    expect(asSearch(page('1-16 of 302 results for', 14, FOOT))).toMatchObject({
      resultCount: { value: 302, relation: 'eq' },
    });
  });

  it('is not where most of the cards are missing, and cut off where the foot is missing too', () => {
    expect(page('1-16 of 302 results for', 8, FOOT)).toMatchObject({ kind: 'other', reason: 'drift' });
    expect(page('1-16 of 302 results for', 14, '')).toMatchObject({ kind: 'truncated' });
  });

  it.each([
    '<h2 aria-label="Sponsored Ad - Pad"><span>Pad</span></h2>',
    '<h2><span>Pad</span></h2><span data-component-type="s-sponsored-label-marker"></span>',
  ])('is a paid place: %s', (marked) => {
    const body = `<html><head><title>Amazon.com : pad</title></head><body><div class="s-main-slot"><div data-component-type="s-search-result" data-asin="B000000001">${marked}</div>${card('B000000002')}</div></body></html>`;
    const { listings } = asSearch(parseAmazonSearch({ body }, 'USD'));
    expect(listings.map(({ sponsored }) => sponsored)).toEqual([true, false]);
  });

  it('is another page where a product or a list of best sellers stands on it', () => {
    expect(page('1-2 of 2 results', 2, `<span id="productTitle">Pad</span>${FOOT}`)).toMatchObject({
      kind: 'other',
      reason: 'wrong-page',
    });
  });
});
