import type { Listing } from '../../../contracts/events/observation/keyword-observed/v1.js';
import type { Country } from '../../../contracts/values/country.js';
import { seedOfListing } from '../catalogue/listings.js';
import { LANDS, pageSize } from '../catalogue/markets.js';
import { struckPriceOf } from '../catalogue/prices.js';
import type { ResultsPage } from '../catalogue/results-page.js';
import type { Suggestion } from '../catalogue/suggestions.js';
import type { Visit } from '../hosts.js';
import { countLine, ratingsLabel, wordingFor } from './amazon-wording.js';
import { escapeHtml, htmlPage, quoted } from './html.js';
import { decimal, grouped, money } from './numbers.js';

/** Amazon leads nobody deeper than this, whatever it claims. */
const DEEPEST_RESULT = 320;
/** Cards are counted from here: places before it hold banners. */
const FIRST_INDEX = 2;

const priceSpan = (text: string, extra = ''): string =>
  `<span class="a-price${extra}" data-a-color="base"><span class="a-offscreen">${text}</span><span aria-hidden="true">${text}</span></span>`;

function priceRecipe(listing: Listing, country: Country, link: string): string {
  if (!listing.price)
    return `<div data-cy="price-recipe" class="a-section"><div class="a-row"></div></div>
<div data-cy="secondary-offer-recipe"><span class="a-color-secondary">More Buying Choices</span> <span class="a-color-base">${money(1_234, LANDS[country].currency, country)}</span></div>`;
  const { minor, currency } = listing.price;
  const struck = struckPriceOf(listing.price, seedOfListing(listing.id));
  const old =
    struck === null
      ? ''
      : ` <span class="a-size-base a-color-secondary">List: ${priceSpan(money(struck, currency, country), ' a-text-price')}</span>`;
  return `<div data-cy="price-recipe" class="a-section"><div class="a-row"><a class="a-link-normal" href="${link}">${priceSpan(money(minor, currency, country))}${old}</a></div></div>`;
}

/** The shown number is rounded ("1.6K"); only the label has the exact one. */
const shownCount = (count: number, country: Country): string =>
  count < 1_000 ? String(count) : `${decimal(Math.floor(count / 100) / 10, country)}K`;

function reviews(listing: Listing, country: Country, link: string): string {
  if (listing.rating === null || !listing.reviewCount) return '';
  const stars = wordingFor(country).stars(decimal(listing.rating, country));
  const count = listing.reviewCount.value;
  return `<div data-cy="reviews-block" class="a-section"><a aria-label="${stars}" role="button" class="a-popover-trigger"><i data-cy="reviews-ratings-slot" class="a-icon a-icon-star-mini"><span class="a-icon-alt">${stars}</span></i></a>
<a aria-label="${ratingsLabel(count, country)}" class="a-link-normal s-underline-text" href="${link}#customerReviews"><span aria-hidden="true" class="a-size-base s-underline-text">(${shownCount(count, country)})</span></a></div>`;
}

function card(listing: Listing, country: Country): string {
  const words = wordingFor(country);
  const title = escapeHtml(listing.title);
  const ad = listing.sponsored === true;
  const product = `/-/dp/${listing.id}/ref=sr_1_${listing.place}`;
  const link = ad ? `/sspa/click?ie=UTF8&amp;url=${encodeURIComponent(product)}` : product;
  const mark = ad
    ? `<div class="a-row"><span class="puis-label-popover"><span class="puis-sponsored-label-text">${words.sponsored}</span></span></div>`
    : '';
  const heading = ad ? `${words.sponsored} – ${title}` : title;
  return `<div role="listitem" data-asin="${listing.id}" data-index="${FIRST_INDEX + listing.place}" data-component-type="s-search-result" class="s-result-item s-asin${ad ? ' AdHolder' : ''}"><div class="puis-card-container" data-cy="asin-faceout-container">
${mark}<div data-cy="title-recipe"><a class="a-link-normal s-link-style" href="${link}"><h2 aria-label="${heading}" class="a-size-medium a-text-normal"><span>${title}</span></h2></a></div>
${reviews(listing, country, link)}
${priceRecipe(listing, country, link)}</div></div>`;
}

function pager(visit: Visit, inAll: number, size: number): string {
  const pages = Math.min(Math.ceil(DEEPEST_RESULT / size), Math.ceil(inAll / size));
  if (pages < 2) return '';
  const next = visit.pageNumber + 1;
  const query = (page: number): string =>
    `/s?k=${encodeURIComponent(visit.asked)}&amp;page=${page}&amp;ref=sr_pg_${page}`;
  const forward =
    next > pages
      ? ''
      : `<a href="${query(next)}" role="button" class="s-pagination-item s-pagination-next s-pagination-button">${wordingFor(visit.country).next}</a>`;
  return `<div class="s-pagination-container" role="navigation"><span class="s-pagination-strip"><span class="s-pagination-item s-pagination-selected" aria-current="page">${visit.pageNumber}</span>${forward}<span class="s-pagination-item s-pagination-disabled" aria-disabled="true">${pages}</span></span></div>`;
}

function infoBar(visit: Visit, results: ResultsPage): string {
  const organic = results.listings.filter((listing) => listing.sponsored !== true).length;
  if (organic === 0) return '';
  const from = (visit.pageNumber - 1) * pageSize('amazon', visit.country) + 1;
  const line = countLine(results.resultCount, from, from + organic - 1, visit.country);
  return `<span data-component-type="s-result-info-bar" class="rush-component"><h1 class="s-desktop-toolbar"><h2 class="a-size-base a-text-normal"><span>${line}</span><span> </span><span class="a-color-state a-text-bold">${quoted(visit.asked)}</span></h2></h1></span>`;
}

/** `/s?k=`: a search page of Amazon in the language of its site. */
export function amazonSearchPage(visit: Visit, results: ResultsPage): string {
  const { country, host, asked } = visit;
  const site = `Amazon.${host.replace(/^www\.amazon\./, '')}`;
  const none = `<div class="s-no-results-result"><div class="a-row"><span class="a-size-medium a-color-base">${wordingFor(country).nothing} </span><span class="a-size-medium a-color-base a-text-bold">${escapeHtml(asked)}</span>.</div><div class="a-row"><span>Try checking your spelling or use more general terms</span></div></div>`;
  const count = results.resultCount.relation === 'eq' ? results.resultCount.value : Infinity;
  return htmlPage({
    host,
    language: LANDS[country].locale.toLowerCase(),
    title: `${site} : ${asked}`,
    body: `<div id="nav-main"><form action="/s" id="nav-search-bar-form"><input id="twotabsearchtextbox" name="k" value="${escapeHtml(asked)}"/></form><span id="glow-ingress-line1">Deliver to</span> <span id="glow-ingress-line2">${country}</span></div>
<div id="search">${infoBar(visit, results)}<div class="s-main-slot s-result-list s-search-results" data-component-type="s-search-results">
${results.listings.map((listing) => card(listing, country)).join('\n') || none}
${pager(visit, count, pageSize('amazon', country))}</div></div>
<div data-component-type="s-searchgrid-carousel"><div data-asin="B0CAROUSEL" class="s-result-item">Customers also searched</div></div>`,
  });
}

/** `/api/2017/suggestions`: the echo of the prefix stands first, as on the real one. */
export function amazonSuggestAnswer(visit: Visit, suggestions: readonly Suggestion[]): unknown {
  const prefix = visit.asked;
  const echo = suggestions.length > 0 ? [{ text: prefix, scope: undefined }] : [];
  return {
    alias: visit.params.get('alias') ?? 'aps',
    prefix,
    suffix: null,
    suggestions: [...echo, ...suggestions].map(({ text, scope }, index) => ({
      suggType: 'KeywordSuggestion',
      type: 'KEYWORD',
      value: text,
      refTag: `nb_sb_ss_${scope === undefined ? 'i' : 'c'}_${index + 1}_${[...prefix].length}`,
      ...(scope === undefined ? {} : { scopes: [{ type: 'ALIAS', value: 'digital-text', display: scope }] }),
      ghost: false,
      help: false,
      queryUnderstandingFeatures: [{ source: 'QU_TOOL', annotations: [] }],
      xcatOnly: false,
      fallback: false,
      spellCorrected: false,
      blackListed: false,
    })),
    responseId: `SANDBOX-${grouped(prefix.length, 'US')}`,
    shuffled: false,
  };
}
