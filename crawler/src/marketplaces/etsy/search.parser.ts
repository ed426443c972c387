import type { Count } from '../../../../backend/contracts/values/measure.js';
import type { ParsedListing, ParsedSearchPage, ReceivedPage } from '../parsed-page.js';
import { isJsonObject, jsonText } from '../reading/json-body.js';
import { isOfType, jsonLdOf, type JsonObject } from '../reading/json-ld.js';
import { wholeNumbersIn } from '../reading/numbers.js';
import { obstacleOf } from '../reading/obstacles.js';
import { drift, htmlPage, unfinished, truncated, wrongPage, type HtmlPage } from '../reading/page-body.js';
import { cleanText } from '../reading/text.js';
import { adMarkOf, hasAdLabel, hasList, listingIdOf, priceOf, ratingOf, tilesOf, titleOf } from './card.js';
import { ETSY_OBSTACLES } from './etsy-obstacles.js';
import { currencyOfPath } from './sites.js';

/** What stands below every list; a browser that closes a cut page for its server adds the end, but no foot. */
const FOOT = 'footer, [role="contentinfo"], [id*="footer"], [class*="pagination"], [aria-label*="agination"]';

/** No full page lists fewer. */
const SMALLEST_PAGE = 8;

/**
 * A page of Etsy's `/search?q=` after its script has run. The total is the page's own estimate, in its JSON-LD.
 * @param askedCurrency ISO 4217 of the country asked, for prices that name none on a page that names none
 */
export function parseEtsySearch(received: ReceivedPage, askedCurrency: string): ParsedSearchPage {
  const page = htmlPage(received);
  const obstacle = obstacleOf(page, ETSY_OBSTACLES);
  if (obstacle) return obstacle;
  const cut = unfinished(page.html);
  if (cut) return cut;
  if (!isSearchPage(page)) return wrongPage(`Not a page of search results: "${page.title.slice(0, 100)}"`);

  const jsonLd = jsonLdOf(page.$);
  const nothing = saysNothing(page);
  const listings = listingsOf(page, currencyOf(page, jsonLd) ?? askedCurrency, nothing);
  const resultCount = nothing
    ? ({ value: 0, relation: 'eq' } as const)
    : countOf(page, jsonLd, listings.length);
  if (listings.length === 0 && resultCount === null)
    return drift('A search page with neither listings nor a count');
  if (listings.length === 0 && resultCount !== null && resultCount.value > 0)
    return drift(`The page speaks of ${resultCount.value} results and shows none`);
  if (
    resultCount !== null &&
    listings.length < Math.min(resultCount.value, SMALLEST_PAGE) &&
    page.$(FOOT).length === 0
  )
    return truncated(`The page ends after ${listings.length} of ${resultCount.value} results`);
  if (listings.length > 0 && listings.every((listing) => listing.title === ''))
    return drift('No listing has a title');
  return { kind: 'search', keyword: keywordOf(page), resultCount, listings, nextPage: nextPageOf(page) };
}

const addressesOf = ({ $, url }: HtmlPage): string[] =>
  [$('link[rel="canonical"]').attr('href'), $('meta[property="og:url"]').attr('content'), url].filter(
    (address) => address !== undefined,
  );

function isSearchPage(page: HtmlPage): boolean {
  const { $ } = page;
  if ($('[data-buy-box-region], [data-component="listing-page"]').length > 0) return false;
  const address = addressesOf(page)[0] ?? '';
  if (
    /etsy\.com\/(?:[a-z]{2}(?:-[a-z]{2})?\/)?(?:listing|shop|c|cart|signin|featured)(?:[/?#]|$)/u.test(
      address,
    )
  )
    return false;
  const isSearchAddress = /etsy\.com\/(?:[a-z]{2}(?:-[a-z]{2})?\/)?(?:search|market)(?:[/?#]|$)/u.test(
    address,
  );
  if ($('[data-listing-card-v2][data-page-type="search"]').length > 0) return true;
  return hasList($) || (isSearchAddress && tilesOf($).length > 0) || (isSearchAddress && saysNothing(page));
}

function listingsOf({ $ }: HtmlPage, currency: string, fallback: boolean): ParsedListing[] {
  const tiles = tilesOf($);
  const labelled = tiles.filter(hasAdLabel).length;
  // A label on every tile is a decoy; on none, the page may not use it.
  const labelsTell = labelled > 0 && labelled < tiles.length;
  const seen = new Set<string>();
  const listings: ParsedListing[] = [];
  for (const tile of tiles) {
    const id = listingIdOf(tile);
    const sponsored = adMarkOf(tile) ?? (labelsTell ? hasAdLabel(tile) : null);
    // The same tile may be there twice, for wide and narrow screens; as ad and as result it is two listings.
    if (id === null || seen.has(`${id} ${String(sponsored)}`)) continue;
    seen.add(`${id} ${String(sponsored)}`);
    listings.push({
      id,
      title: titleOf(tile),
      price: priceOf($, tile, currency),
      ...ratingOf($, tile),
      sponsored,
      fallback,
      place: listings.length + 1,
    });
  }
  return listings;
}

/** The currency the page was drawn in: named by its offers, then by its settings, then by its path. */
function currencyOf(page: HtmlPage, jsonLd: readonly JsonObject[]): string | null {
  const offered = /"priceCurrency"\s*:\s*"([A-Z]{3})"/u.exec(JSON.stringify(jsonLd))?.[1];
  const set = /"(?:currency_code|buyer_currency|currency)"\s*:\s*"([A-Z]{3})"/u.exec(page.html)?.[1];
  return (
    offered ??
    set ??
    addressesOf(page)
      .map(currencyOfPath)
      .find((currency) => currency !== null) ??
    null
  );
}

function countOf({ $, html }: HtmlPage, jsonLd: readonly JsonObject[], shown: number): Count | null {
  const listed = jsonLd.filter((object) => isOfType(object, 'ItemList')).map((list) => list['numberOfItems']);
  const inScripts = /"(?:organic_listings_count|total_results_count)"\s*:\s*"?(\d+)/u.exec(html)?.[1];
  const inForms = $('input[name="organic_listings_count"]').first().attr('value');
  const totals = [...listed, inScripts, inForms].filter(
    (total) => total !== undefined && total !== null && total !== '',
  );
  const total = totals.map(Number).find((number) => Number.isSafeInteger(number) && number >= 0);
  // A list cannot be shorter than what is shown of it: such a number counts something else.
  if (total !== undefined && total >= shown) return { value: total, relation: 'eq' };
  return visibleCount($);
}

const RESULTS =
  /\b(?:results?|ergebnisse|treffer|résultats?|risultati|resultados?|resultaten|wyników|wyniki)\b|件/iu;
const OVER = /^\(?(?:over|more than|mehr als|über|plus de|più di|oltre|más de|meer dan|ponad)\s/iu;

/** "1,234 results, with ads" or "(12,345 Results)" as the whole text of an element. */
function visibleCount($: HtmlPage['$']): Count | null {
  const texts = $('span, h1, h2, p')
    .toArray()
    .map((element) => cleanText($(element).text()));
  for (const text of texts) {
    if (text.length > 60 || !RESULTS.test(text) || !/^[(]?[\p{L}\s]{0,20}\d/u.test(text)) continue;
    const number = wholeNumbersIn(text)[0];
    if (!number) continue;
    return {
      value: Math.round(number.value),
      relation: OVER.test(text) ? 'gt' : number.plus || number.rounded ? 'gte' : 'eq',
    };
  }
  return null;
}

const NOTHING =
  /(?:couldn['’]t find any results|no results found|we didn['’]t find anything|konnten keine (?:ergebnisse|treffer)|keine (?:ergebnisse|treffer) (?:für|gefunden)|(?:aucun|pas trouvé de) résultat|nessun risultato|(?:no hemos encontrado|no encontramos|sin) (?:ning[uú]n )?resultado|geen resultaten|nie znaleźliśmy|brak wyników|一致する.{0,10}ありません)/iu;

function saysNothing({ $ }: HtmlPage): boolean {
  return $('h1, h2, h3, p')
    .toArray()
    .some(
      (element) =>
        $(element).closest('[data-listing-id], .v2-listing-card, header, footer').length === 0 &&
        NOTHING.test(cleanText($(element).text()).slice(0, 200)),
    );
}

function keywordOf(page: HtmlPage): string | null {
  const asked = addressesOf(page)
    .map((address) => /[?&]q=([^&#]*)/u.exec(address)?.[1])
    .find((text) => text !== undefined && text !== '');
  const named = jsonLdOf(page.$).find((object) => isOfType(object, 'ItemList') && isJsonObject(object));
  const candidates = [
    page.$('input[name="search_query"]').first().attr('value'),
    page.$('#global-enhancements-search-query').attr('value'),
    asked === undefined ? undefined : (new URLSearchParams(`k=${asked}`).get('k') ?? undefined),
    page.$('[data-listing-id] input[name="query"]').first().attr('value'),
    jsonText(named?.['name']) ?? undefined,
  ];
  return candidates.map((text) => cleanText(text ?? '')).find((text) => text !== '') ?? null;
}

function nextPageOf(page: HtmlPage): string | null {
  const { $ } = page;
  const marked = $('link[rel="next"], a[rel="next"]').first().attr('href');
  if (marked !== undefined && marked !== '') return marked;
  const here = Number(
    /"initial_current_page"\s*:\s*(\d+)/u.exec(page.html)?.[1] ??
      addressesOf(page)
        .map((address) => /[?&]page=(\d+)/u.exec(address)?.[1])
        .find(Boolean) ??
      1,
  );
  const links = $('a[href*="page="]')
    .toArray()
    .map((link) => $(link).attr('href') ?? '');
  return (
    links.find(
      (href) => Number(/[?&]page=(\d+)/u.exec(href)?.[1]) === here + 1 && /[?&]q=|ref=pagination/u.test(href),
    ) ?? null
  );
}
