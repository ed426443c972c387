import { describe, expect, it } from '@jest/globals';
import { asSearch, asSuggest, fixture } from '../testing/saved.js';
import { parseEtsySearch } from './search.parser.js';
import { parseEtsySuggest } from './suggest.parser.js';

const parse = (name: string) => parseEtsySearch({ body: fixture(`etsy/${name}`) }, 'USD');

describe("a page of Etsy's results", () => {
  const page = asSearch(parse('search-de.html'));

  it('tells the estimate of its data, not the rounded heading', () => {
    expect(page).toMatchObject({
      keyword: 'tasse',
      resultCount: { value: 217_196, relation: 'eq' },
      nextPage: 'https://www.etsy.com/de/search?q=tasse&page=2&ref=pagination',
    });
  });

  it('keeps a listing that stands as ad and as result, drops its twin for narrow screens and other lists', () => {
    expect(page.listings.map(({ id, sponsored, place }) => ({ id, sponsored, place }))).toEqual([
      { id: '1000000001', sponsored: true, place: 1 },
      { id: '1000000002', sponsored: false, place: 2 },
      { id: '1000000001', sponsored: false, place: 3 },
    ]);
  });

  it('takes the price after a discount, and "from" as a lower bound', () => {
    expect(page.listings.map(({ price }) => price)).toEqual([
      { minor: 3_587, currency: 'EUR', relation: 'eq' },
      { minor: 103_400, currency: 'EUR', relation: 'gte' },
      { minor: 3_587, currency: 'EUR', relation: 'eq' },
    ]);
  });

  it('takes ratings from the stars, not from brackets in a title', () => {
    expect(page.listings[0]).toMatchObject({
      title: 'Tasse (300 ml), handbemalt',
      rating: 4.9,
      reviewCount: { value: 1_217, relation: 'eq' },
    });
    expect(page.listings[2]).toMatchObject({ rating: null, reviewCount: null });
  });

  it('reads the older layout with its labels and its visible count', () => {
    const older = asSearch(parse('search-older-labels.html'));
    expect(older).toMatchObject({
      keyword: 'mug',
      resultCount: { value: 12_345, relation: 'eq' },
      listings: [
        {
          sponsored: true,
          rating: 4.5,
          reviewCount: { value: 1_020 },
          price: { minor: 101_250, currency: 'CAD', relation: 'gte' },
        },
        { sponsored: false, rating: null, price: { minor: 1_234, currency: 'JPY' } },
      ],
    });
  });

  it('takes "no results" as exactly none', () => {
    expect(asSearch(parse('search-no-results.html')).resultCount).toEqual({ value: 0, relation: 'eq' });
  });

  it.each([
    ['search-not-drawn.html', 'other', 'drift'],
    ['listing-page.html', 'other', 'wrong-page'],
    ['wall-datadome.html', 'blocked', 'captcha'],
    ['wall-datadome-hard.html', 'blocked', 'blocked'],
  ])('%s is %s for the reason %s', (name, kind, reason) => {
    expect(parse(name)).toMatchObject({ kind, reason });
  });
});

describe('what the forms of the tiles say', () => {
  const tile = (id: string, source: string) =>
    `<div data-listing-card-v2 data-page-type="search" data-listing-id="${id}"><a href="https://www.etsy.com/listing/${id}/mug"><h3>Mug</h3><p class="lc-price"><span class="currency-symbol">$</span><span class="currency-value">55.00</span></p></a><form><input name="listing_source" type="hidden" value="${source}"><input name="query" type="hidden" value="hand made mug"><input name="organic_listings_count" type="hidden" value="199067"></form></div>`;
  const body = `<html><head><title>Mug</title></head><body>${tile('1000000001', 'ads')}${tile('1000000002', 'organic')}<footer></footer></body></html>`;

  it('stands in for the count, the keyword and the marks of ads that a page has lost', () => {
    expect(asSearch(parseEtsySearch({ body }, 'USD'))).toMatchObject({
      keyword: 'hand made mug',
      resultCount: { value: 199_067, relation: 'eq' },
      listings: [{ sponsored: true }, { sponsored: false }],
    });
  });

  it('does not make a results page of a listing', () => {
    const listing = body.replace('<body>', '<body><div data-buy-box-region></div>');
    expect(parseEtsySearch({ body: listing }, 'USD')).toMatchObject({ kind: 'other', reason: 'wrong-page' });
  });
});

describe("Etsy's suggestions", () => {
  it('come without the echo and the row of markup', () => {
    expect(asSuggest(parseEtsySuggest({ body: fixture('etsy/suggest.json') }))).toEqual({
      kind: 'suggest',
      prefix: 'badge reel',
      suggestions: [
        { text: 'badge reel nurse', place: 1 },
        { text: 'badge reel <3', place: 2 },
      ],
    });
  });

  it('keep the first row where it is not what was typed', () => {
    const { suggestions } = asSuggest(parseEtsySuggest({ body: fixture('etsy/suggest.json') }, 'badge'));
    expect(suggestions[0]).toEqual({ text: 'badge reel', place: 1 });
  });

  it('are blocked where DataDome answers', () => {
    expect(parseEtsySuggest({ body: fixture('etsy/wall-datadome.html'), status: 403 }).kind).toBe('blocked');
  });
});
