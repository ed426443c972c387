import type { Listing } from '../../../contracts/events/observation/keyword-observed/v1.js';
import type { Country } from '../../../contracts/values/country.js';
import type { Count } from '../../../contracts/values/measure.js';
import { seedOfListing } from '../catalogue/listings.js';
import { LANDS, pageSize } from '../catalogue/markets.js';
import { struckPriceOf } from '../catalogue/prices.js';
import type { ResultsPage } from '../catalogue/results-page.js';
import type { Suggestion } from '../catalogue/suggestions.js';
import { EBAY_SITE_IDS, type Visit } from '../hosts.js';
import { escapeHtml, htmlPage } from './html.js';
import { amount, endsOf, grouped } from './numbers.js';

interface Wording {
  readonly results: string;
  readonly to: string;
  readonly nothing: string;
  readonly others: string;
}
const ENGLISH: Wording = { results: 'results for', to: 'to', nothing: 'No exact matches found', others: 'items found from eBay international sellers' }; // prettier-ignore
const WORDINGS: Readonly<Record<string, Wording>> = {
  de: { results: 'Ergebnisse für', to: 'bis', nothing: 'Keine genauen Treffer gefunden', others: 'Artikel von internationalen Verkäufern gefunden' },
  fr: { results: 'résultats pour', to: 'à', nothing: 'Aucun résultat correspondant', others: 'objets trouvés auprès de vendeurs internationaux' },
  it: { results: 'risultati per', to: 'a', nothing: 'Nessun risultato esatto', others: 'oggetti trovati da venditori internazionali' },
  es: { results: 'resultados para', to: 'a', nothing: 'No se han encontrado resultados exactos', others: 'artículos de vendedores internacionales' },
  nl: { results: 'resultaten voor', to: 'tot', nothing: 'Geen exacte resultaten gevonden', others: 'objecten van internationale verkopers' },
  pl: { results: 'wyników dla', to: 'do', nothing: 'Nie znaleziono dokładnych wyników', others: 'przedmiotów od sprzedawców z zagranicy' },
}; // prettier-ignore
const wordingFor = (country: Country): Wording => WORDINGS[LANDS[country].locale.slice(0, 2)] ?? ENGLISH;

/** eBay writes the sign in its own way: "$12.99", "C $12.99", "EUR 12,99", and "12,99 EUR" in French and Spanish. */
function ebayMoney(minor: number, currency: string, country: Country): string {
  const number = amount(minor, currency, country);
  if (currency === 'EUR') return /^(?:fr|es)/.test(LANDS[country].locale) ? `${number} EUR` : `EUR ${number}`;
  if (currency === 'PLN') return `${number} zł`;
  const sign = { USD: '$', GBP: '£', CAD: 'C $', AUD: 'AU $', CHF: 'CHF ', SGD: 'S$ ', INR: 'Rs. ' }[
    currency
  ];
  return `${sign ?? `${currency} `}${number}`;
}

/** Every card, paid for or not, holds the letters of "Sponsored", most of them hidden: nobody can tell from them. */
const RIDDLE = `<span class="s-card__sep"><span aria-hidden="true" style="display:none">${[...'Sponsored'].map((letter) => `<span>${letter}</span>`).join('')}</span></span>`;

function card(id: string, title: string, price: string, extra: string): string {
  return `<li data-viewport="{}" id="item${id}" data-listingid="${id}" class="s-card s-card--horizontal"><div class="su-card-container su-card-container--horizontal"><div class="su-card-container__content"><div class="su-card-container__header"><a class="su-link" href="https://www.ebay.com/itm/${id}?_skw=sandbox"><div role="heading" aria-level="3" class="s-card__title"><span class="su-styled-text primary default">${title}</span><span class="clipped">Opens in a new window or tab</span></div></a><div class="s-card__subtitle-row"><div class="s-card__subtitle"><span class="su-styled-text secondary default">Brand New</span></div></div></div>
<div class="su-card-container__attributes"><div class="su-card-container__attributes__primary"><div class="s-card__attribute-row"><span class="su-styled-text primary bold large-1 s-card__price">${price}</span></div>${extra}<div class="s-card__attribute-row"><span class="su-styled-text secondary large">Buy It Now</span></div></div><div class="su-card-container__attributes__secondary"><div class="s-card__attribute-row"><span class="su-styled-text primary large">paperhill_studio</span> <span class="su-styled-text primary large">99.6% positive (2.1K)</span></div></div></div></div>${RIDDLE}</div></li>`;
}

function stars({ rating, reviewCount }: Listing, country: Country): string {
  if (rating === null || reviewCount === null) return '';
  return `<div class="s-card__attribute-row"><a class="s-card__reviews" href="#"><div class="x-star-rating"><span class="clipped">${rating.toFixed(1)} out of 5 stars.</span></div><span class="s-item__reviews-count"><span aria-hidden="false">${grouped(reviewCount.value, country)} product ratings</span></span></a></div>`;
}

function listingCard(listing: Listing, country: Country): string {
  const { price } = listing;
  if (!price) return card(listing.id, escapeHtml(listing.title), '', stars(listing, country));
  const say = (minor: number): string => ebayMoney(minor, price.currency, country);
  const shown = endsOf(price)
    .map(say)
    .join(`</span> <span class="su-styled-text default"> ${wordingFor(country).to} </span> <span>`);
  const struck = struckPriceOf(price, seedOfListing(listing.id));
  const old =
    struck === null
      ? ''
      : `<div class="s-card__attribute-row"><span class="su-styled-text secondary large">Was: </span><span class="su-styled-text secondary strikethrough large">${say(struck)}</span></div>`;
  return card(
    listing.id,
    escapeHtml(listing.title),
    endsOf(price).length > 1 ? `<span>${shown}</span>` : shown,
    old + stars(listing, country),
  );
}

function heading(count: Count, visit: Visit): string {
  const plus = count.relation === 'gte' ? '+' : '';
  return `<h1 class="srp-controls__count-heading"><span class="BOLD">${grouped(count.value, visit.country)}</span>${plus} ${wordingFor(visit.country).results} <span class="BOLD">${escapeHtml(visit.asked)}</span></h1>`;
}

function pager(visit: Visit, results: ResultsPage): string {
  const size = pageSize('ebay', visit.country);
  if (results.resultCount.value <= visit.pageNumber * size) return '';
  const next = `/sch/i.html?_nkw=${encodeURIComponent(visit.asked)}&amp;_pgn=${visit.pageNumber + 1}`;
  return `<nav class="pagination" role="navigation"><a class="pagination__next icon-link" type="next" href="https://${visit.host}${next}" aria-label="Go to next search page">Next</a></nav>`;
}

/** `/sch/i.html?_nkw=`: a search page of eBay, cards of the 2025 kind, with the ghost card that is no listing. */
export function ebaySearchPage(visit: Visit, results: ResultsPage): string {
  const { country, host, asked } = visit;
  const words = wordingFor(country);
  const ghost = card('123456', 'Shop on eBay', ebayMoney(2_000, LANDS[country].currency, country), '');
  const cards = results.listings.map((listing) => listingCard(listing, country)).join('\n');
  const isFallback = results.listings.some((listing) => listing.fallback);
  const river = isFallback
    ? `<div class="srp-river-answer srp-river-answer--SAVE_CARD"><div class="srp-save-null-search"><h3 class="srp-save-null-search__heading">${words.nothing}</h3></div></div>
<ul class="srp-results srp-list clearfix">${ghost}<li class="srp-river-answer srp-river-answer--REWRITE_START"><section class="section-notice"><p>${results.listings.length} ${words.others}</p></section></li>
${cards}</ul>`
    : `<ul class="srp-results srp-list clearfix">${ghost}\n${cards}</ul>`;
  return htmlPage({
    host,
    language: LANDS[country].locale.slice(0, 2),
    title: `${asked} for sale | eBay`,
    body: `<form id="gh-f" action="/sch/i.html"><input id="gh-ac" name="_nkw" value="${escapeHtml(asked)}"/></form>
<div class="srp-controls"><div class="srp-controls__control srp-controls__count">${heading(results.resultCount, visit)}</div></div>
<div class="srp-river-results clearfix" id="srp-river-results">${river}</div>${pager(visit, results)}`,
    tail: `<!-- SiteId: ${EBAY_SITE_IDS[country] ?? 0}, Environment: sandbox, AppName: srpnweb, PageId: 2334524 -->`,
  });
}

/** `/autosug`: JSONP, `res` absent where there is nothing. */
export function ebaySuggestAnswer(visit: Visit, suggestions: readonly Suggestion[]): string {
  const res =
    suggestions.length === 0
      ? {}
      : { res: { sug: suggestions.map(({ text }) => text), categories: [[11_450, 'Crafts']] } };
  const callback = visit.params.get('callback');
  const json = JSON.stringify({ prefix: visit.asked, dict: '0', ...res });
  return callback && /^[\w.]+$/.test(callback)
    ? `/**/${callback}(${json})`
    : `vjo.darwin.domain.finding.autofill.AutoFill._do(${json})`;
}
