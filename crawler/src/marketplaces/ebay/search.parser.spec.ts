import { describe, expect, it } from '@jest/globals';
import { asSearch, fixture } from '../testing/saved.js';
import { parseEbaySearch } from './search.parser.js';

const parse = (name: string) => parseEbaySearch({ body: fixture(`ebay/${name}`) }, 'USD');

describe("a page of eBay's results", () => {
  it('reads the cards until 2025: no ghosts, no carousels, no second card of an item', () => {
    expect(asSearch(parse('search-s-item.html'))).toEqual({
      kind: 'search',
      keyword: 'planner 2025',
      resultCount: { value: 95_000, relation: 'gte' },
      nextPage: 'https://www.ebay.com/sch/i.html?_nkw=planner+2025&_pgn=2',
      listings: [
        {
          id: '335000000001',
          title: 'Planner pad',
          price: { minor: 679, maxMinor: 948, currency: 'USD', relation: 'range' },
          rating: 4.5,
          reviewCount: { value: 1_364, relation: 'eq' },
          sponsored: null,
          fallback: false,
          place: 1,
        },
        {
          id: '335000000002',
          title: 'Planner, now 5.00 off',
          price: { minor: 1_234, currency: 'CAD', relation: 'eq' },
          rating: null,
          reviewCount: null,
          sponsored: null,
          fallback: false,
          place: 2,
        },
        {
          id: '335000000003',
          title: 'See the price in the cart',
          price: null,
          rating: null,
          reviewCount: null,
          sponsored: null,
          fallback: false,
          place: 3,
        },
      ],
    });
  });

  it('reads the cards since 2025, whose links may all lead to the placeholder', () => {
    const page = asSearch(parse('search-s-card-sponsored.html'));
    expect(page.resultCount).toEqual({ value: 1_234, relation: 'eq' });
    expect(page.listings.map(({ id, title, price }) => ({ id, title, price }))).toEqual([
      {
        id: '336000000001',
        title: 'Planer A5',
        price: { minor: 679, maxMinor: 100_948, currency: 'EUR', relation: 'range' },
      },
      { id: '336000000002', title: 'Planer A4', price: { minor: 1_200, currency: 'EUR', relation: 'eq' } },
      { id: '336000000003', title: 'Planer A6', price: { minor: 1_234, currency: 'EUR', relation: 'eq' } },
    ]);
  });

  it('knows a paid place only where what is heard and what is drawn agree', () => {
    const { listings } = asSearch(parse('search-s-card-sponsored.html'));
    expect(listings.map(({ sponsored }) => sponsored)).toEqual([true, false, null]);
  });

  it('reads the cards since 2026; below "0 results" all of them are a fallback', () => {
    const page = asSearch(parse('search-su-item-card-fr.html'));
    expect(page.resultCount).toEqual({ value: 0, relation: 'eq' });
    expect(page.listings.map(({ id, price, fallback }) => ({ id, price, fallback }))).toEqual([
      {
        id: '337000000001',
        price: { minor: 679, maxMinor: 948, currency: 'EUR', relation: 'range' },
        fallback: true,
      },
      { id: '337000000002', price: { minor: 123_450, currency: 'EUR', relation: 'eq' }, fallback: true },
    ]);
  });

  it('takes only what stands below the notice for a fallback where something matched', () => {
    const html = fixture('ebay/search-s-item.html')
      .toString('utf8')
      .replace('95,000</span>+', '2</span>')
      .replace(
        '<li class="s-item"><a href="https://www.ebay.com/itm/335000000003">',
        '<li class="srp-river-answer srp-river-answer--REWRITE_START">Fewer words</li>$&',
      );
    const page = asSearch(parseEbaySearch({ body: html }, 'USD'));
    expect(page.listings.map(({ fallback }) => fallback)).toEqual([false, false, true]);
  });

  it('reads the cards of a browse page, in the currency of its site', () => {
    expect(asSearch(parse('browse-page.html'))).toMatchObject({
      keyword: null,
      resultCount: null,
      listings: [{ id: '338000000001', title: 'Desk planner', price: { minor: 1_250, currency: 'GBP' } }],
    });
  });

  it.each([
    ['<span class="BOLD">150.000</span>+ Ergebnisse für <span class="BOLD">phone 15</span>', 150_000, 'gte'],
    ['<span class="BOLD">+ de 150 000</span> résultats pour <span class="BOLD">phone</span>', 150_000, 'gte'],
    ['Oltre 1.200 risultati per <span class="BOLD">phone 15</span>', 1_200, 'gte'],
    ['<span class="BOLD">1,234</span> results for <span class="BOLD">2024</span>', 1_234, 'eq'],
    ['1,234 results', 1_234, 'eq'],
  ])('the heading %s claims %d, %s', (heading, value, relation) => {
    const html = fixture('ebay/search-s-item.html')
      .toString('utf8')
      .replace(/(<h1[^>]*>).*(<\/h1>)/u, `$1${heading}$2`);
    expect(asSearch(parseEbaySearch({ body: html }, 'USD')).resultCount).toEqual({ value, relation });
  });
});

describe('a page of eBay without numbers', () => {
  it.each([
    ['item-page.html', 'other', 'wrong-page'],
    ['wall-with-captcha.html', 'blocked', 'captcha'],
    ['wall-zero-size.html', 'blocked', 'blocked'],
  ])('%s is %s for the reason %s', (name, kind, reason) => {
    expect(parse(name)).toMatchObject({ kind, reason });
  });

  it('is drift where it claims results and shows none', () => {
    const html = fixture('ebay/search-s-item.html')
      .toString('utf8')
      .replaceAll('class="s-item"', 'class="x-item"');
    expect(parseEbaySearch({ body: html }, 'USD')).toMatchObject({ kind: 'other', reason: 'drift' });
  });

  it('is truncated wherever it was cut', () => {
    const whole = fixture('ebay/search-s-item.html').toString('utf8');
    for (let at = 50; at < whole.indexOf('</html>'); at += 97)
      expect(parseEbaySearch({ body: whole.slice(0, at) }, 'USD').kind).toBe('truncated');
  });
});

describe('traps of other layouts', () => {
  const whole = fixture('ebay/search-s-item.html').toString('utf8');
  const parsed = (body: string) => parseEbaySearch({ body }, 'USD');

  it.each([
    ['<span class="BOLD">1-48</span> of <span class="BOLD">50,000</span>+ Results', 50_000, 'gte'],
    ['1-48 of 2,345 Results', 2_345, 'eq'],
    ['1–48 von 2.345 Ergebnissen', 2_345, 'eq'],
    ['12 results for planner 2025-2026', 12, 'eq'],
  ])('the heading "%s" claims %d, %s', (heading, value, relation) => {
    const body = whole.replace(/(count-heading">).*?(<\/h1>)/u, `$1${heading}$2`);
    expect(asSearch(parsed(body)).resultCount).toEqual({ value, relation });
  });

  it('takes everything below a notice in words as shown for want of matches', () => {
    const notice =
      '<li><section class="su-notice"><span class="BOLD">Results matching fewer words</span></section></li>';
    const body = whole.replace('<li class="srp-river-answer', `${notice}<li class="srp-river-answer`);
    expect(asSearch(parsed(body)).listings.map(({ fallback }) => fallback)).toEqual([false, false, true]);
  });

  it('finds the item in a link to the page of its product', () => {
    const body = whole.replace('/itm/335000000002', '/p/240000001?iid=335000000002&amp;rt=nc');
    expect(asSearch(parsed(body)).listings.map(({ id }) => id)).toContain('335000000002');
  });

  it('is truncated where a browser closed a page of no results that the server left open', () => {
    const none = whole.replace('<span class="BOLD">95,000</span>+', '<span class="BOLD">0</span>');
    const at = none.indexOf('335000000003');
    expect(parsed(`${none.slice(0, at)}"></a></li></ul></body></html>`)).toMatchObject({ kind: 'truncated' });
    expect(asSearch(parsed(none))).toMatchObject({ resultCount: { value: 0 }, listings: [{}, {}, {}] });
  });

  it('leaves a mark open that is no picture', () => {
    const label =
      '<span class="s-item__sep"><span aria-labelledby="x" style="background:url(data:image/svg+xml;base64,A)"></span></span>';
    const body = whole.replace('<span class="s-item__price">See', `${label}<span class="s-item__price">See`);
    expect(asSearch(parsed(body)).listings[2]?.sponsored).toBeNull();
  });
});
