import { describe, expect, it } from '@jest/globals';
import { parseSavedPage } from './parse-saved-page.js';
import { fixture } from './testing/saved.js';

describe('a saved page on the command line', () => {
  it('gives plain review counts and leaves out what the page does not say', () => {
    const parsed = parseSavedPage({
      marketplace: 'amazon',
      page: 'search',
      body: fixture('amazon/search-jp.html'),
    });
    expect(parsed).toEqual({
      kind: 'search',
      keyword: '手帳 2026',
      resultCount: { value: 3_000, relation: 'gt' },
      listings: [
        {
          id: 'B00JP00001',
          title: '手帳',
          price: { minor: 1_980, currency: 'JPY' },
          rating: 4.3,
          reviewCount: 1_234,
          sponsored: false,
          fallback: false,
          place: 1,
        },
        {
          id: 'B00JP00002',
          title: 'ノート',
          price: { minor: 660, currency: 'JPY' },
          rating: null,
          reviewCount: null,
          sponsored: false,
          fallback: false,
          place: 2,
        },
      ],
    });
  });

  it("names Walmart's wall, and any other of its pages as another page", () => {
    const wall = fixture('walmart/wall-robot-or-human.html');
    expect(parseSavedPage({ marketplace: 'walmart', page: 'search', body: wall })).toEqual({
      kind: 'blocked',
      reason: 'captcha',
    });
    expect(parseSavedPage({ marketplace: 'walmart', page: 'search', body: '<html>Mugs</html>' })).toEqual({
      kind: 'other',
      reason: 'wrong-page',
    });
  });

  it('uses the country for a price that names no currency', () => {
    const body =
      '<html><div class="s-main-slot"><div data-component-type="s-search-result" data-asin="B00PLAIN01"><h2>A</h2><span class="a-price"><span class="a-offscreen">12,34</span></span></div></div></html>';
    expect(parseSavedPage({ marketplace: 'amazon', page: 'search', body, country: 'pl' })).toMatchObject({
      listings: [{ price: { minor: 1_234, currency: 'PLN' } }],
    });
  });

  it.each([
    [
      'an unknown marketplace',
      { marketplace: 'alibaba', page: 'search', body: '<html></html>' },
      /unknown marketplace "alibaba": it is one of amazon, etsy, ebay, walmart/,
    ],
    [
      'an unknown kind of page',
      { marketplace: 'amazon', page: 'item', body: '<html></html>' },
      /it is search or suggest/,
    ],
    [
      'an unknown country',
      { marketplace: 'amazon', page: 'search', body: '<html></html>', country: 'XX' },
      /unknown country "XX"/,
    ],
    [
      'an empty file',
      { marketplace: 'amazon', page: 'search', body: Buffer.from('  \n') },
      /the file is empty/,
    ],
    [
      'a compressed file',
      { marketplace: 'amazon', page: 'search', body: Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]) },
      /the file holds no text/,
    ],
  ])('refuses %s in one line', (_, saved, message) => {
    expect(() => parseSavedPage(saved)).toThrow(message);
  });
});
