import type { Listing } from '../../../contracts/events/observation/keyword-observed/v1.js';
import type { Country } from '../../../contracts/values/country.js';
import { LANDS, minorDigits, pageSize, type Currency } from '../catalogue/markets.js';
import type { ResultsPage } from '../catalogue/results-page.js';
import type { Suggestion } from '../catalogue/suggestions.js';
import type { Visit } from '../hosts.js';
import { escapeHtml, htmlPage, scriptJson } from './html.js';
import { grouped } from './numbers.js';

/** Etsy names whose dollar it is, except at home. */
const SIGNS: Readonly<Record<string, string>> = {
  CAD: 'CA$',
  AUD: 'AU$',
  MXN: 'MX$',
  SGD: 'S$',
  BRL: 'R$',
  JPY: '¥',
};

/** A price in the two pieces that a card draws, and which comes first. */
function pricePieces(
  listing: Listing,
  country: Country,
): { sign: string; value: string; signFirst: boolean } | null {
  const { price } = listing;
  if (!price) return null;
  const digits = minorDigits(price.currency as Currency);
  const parts = new Intl.NumberFormat(LANDS[country].locale, {
    style: 'currency',
    currency: price.currency,
    useGrouping: 'always',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).formatToParts(price.minor / 10 ** digits);
  const sign = parts.find(({ type }) => type === 'currency')?.value ?? price.currency;
  const value = parts
    .filter(({ type }) => type !== 'currency' && type !== 'literal')
    .map((part) => part.value);
  return {
    sign: SIGNS[price.currency] ?? sign,
    value: value.join(''),
    signFirst: parts[0]?.type === 'currency',
  };
}

const cardData = (listing: Listing, visit: Visit): Record<string, unknown> => ({
  id: listing.id,
  title: listing.title,
  // The mark at the end tells an ad from a result, in every language.
  url: `https://www.etsy.com/listing/${listing.id}/sandbox?ls=${listing.sponsored === true ? 'a' : 's'}`,
  ad: listing.sponsored === true,
  price: pricePieces(listing, visit.country),
  rating: listing.rating,
  reviews: listing.reviewCount ? grouped(listing.reviewCount.value, 'US') : null,
});

/**
 * Runs in the browser: draws the cards from the JSON of the page. Without a browser there are none, as with most of
 * the real page's list.
 */
const DRAW_CARDS = `
const { cards } = JSON.parse(document.getElementById('sandbox-search-data').textContent);
const add = (parent, tag, attributes, text) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (text !== undefined) element.textContent = text;
  return parent.appendChild(element);
};
const list = document.querySelector('[data-search-results-lg] ul');
for (const card of cards) {
  const item = add(list, 'li', { class: 'wt-list-unstyled' });
  const box = add(item, 'div', { class: 'js-merch-stash-check-listing v2-listing-card', 'data-listing-id': card.id, 'data-listing-card-v2': '' });
  const link = add(box, 'a', { class: 'listing-link v2-listing-card__link v2-listing-card', href: card.url, 'data-listing-id': card.id });
  add(link, 'h3', { class: 'wt-text-caption v2-listing-card__title', title: card.title }, card.title);
  if (card.rating !== null) {
    const label = card.rating + ' star rating with ' + card.reviews + ' reviews';
    const rating = add(link, 'div', { class: 'wt-display-flex shop-star-rating', role: 'img', 'aria-label': label });
    add(rating, 'span', { class: 'wt-text-title-small', 'aria-hidden': 'true' }, String(card.rating));
    add(rating, 'span', { class: 'wt-text-body-smaller', 'aria-hidden': 'true' }, '(' + card.reviews + ')');
  }
  if (card.price) {
    const price = add(link, 'p', { class: 'wt-text-title-01 lc-price' });
    const pieces = [['currency-symbol', card.price.sign], ['currency-value', card.price.value]];
    for (const [name, text] of card.price.signFirst ? pieces : pieces.reverse()) add(price, 'span', { class: name }, text);
  }
  if (card.ad) {
    const label = add(link, 'p', { class: 'wt-text-caption' });
    add(label, 'span', { 'data-ad-label': 'Ad by Etsy seller' }, 'Ad by Etsy seller');
  }
}
document.querySelector('[data-search-results-lg]').setAttribute('data-drawn', 'true');
`;

function pager(visit: Visit, results: ResultsPage): string {
  if (results.resultCount.value <= visit.pageNumber * pageSize('etsy', visit.country)) return '';
  const path = visit.path.split('?')[0] ?? '/search';
  const query = `q=${encodeURIComponent(visit.asked)}&amp;page=${visit.pageNumber + 1}&amp;ref=pagination`;
  return `<nav aria-label="Pagination of listings" class="search-pagination"><a class="wt-btn wt-btn--small" data-page="${visit.pageNumber + 1}" rel="next" href="https://www.etsy.com${escapeHtml(path)}?${query}"><span class="wt-screen-reader-only">Next page</span></a></nav>`;
}

/** `/search?q=` below a country's path: the total is in the first HTML, the cards come by script. */
export function etsySearchPage(visit: Visit, results: ResultsPage): string {
  const { asked } = visit;
  const count = results.resultCount.value;
  const organic = results.listings
    .filter((listing) => listing.sponsored !== true)
    .map(({ id }) => Number(id));
  const facts = { '@context': 'https://schema.org', '@type': 'ItemList', name: asked, numberOfItems: count };
  const total =
    count === 0
      ? `<div data-search-no-results class="wt-text-center-xs"><h1>We couldn't find any results for ${escapeHtml(asked)}</h1><p>Try searching for something else instead?</p></div>`
      : `<h1 class="wt-text-title-large">${escapeHtml(asked)}</h1><span class="wt-display-inline-flex-sm">${grouped(count, 'US')} results, with Ads</span>`;
  return htmlPage({
    host: visit.host,
    language: LANDS[visit.country].locale,
    title: `${asked} - Etsy`,
    head: `<script type="application/ld+json">${scriptJson(facts)}</script>`,
    body: `<form action="/search" id="gnav-search"><input id="global-enhancements-search-query" name="search_query" value="${escapeHtml(asked)}"/></form>
<div data-appears-component-name="search2_organic_listings_group">${total}<div data-search-results-lg><ul class="wt-grid wt-grid--block"></ul></div></div>${pager(visit, results)}
<script type="application/json" id="sandbox-search-data">${scriptJson({ cards: results.listings.map((listing) => cardData(listing, visit)), organic_listing_ids: organic })}</script>
<script>${DRAW_CARDS}</script>`,
  });
}

/** `/suggestions_ajax.php`: the echo first, and one row that is markup for the shop search. */
export function etsySuggestAnswer(visit: Visit, suggestions: readonly Suggestion[]): unknown {
  const rows = [{ text: visit.asked }, ...suggestions].map(({ text }) => ({ query: text, categories: [] }));
  const shops = {
    query: `<span class="shop-search">find shop names containing ${escapeHtml(visit.asked)}</span>`,
    categories: [],
  };
  return { results: suggestions.length > 0 ? [...rows, shops] : [], simplified_queries: [] };
}
