import type { ParsedListing, ParsedSearchPage, ReceivedPage } from '../parsed-page.js';
import { obstacleOf } from '../reading/obstacles.js';
import { drift, htmlPage, unfinished, truncated, wrongPage, type HtmlPage } from '../reading/page-body.js';
import { cleanText } from '../reading/text.js';
import { CARDS, itemIdOf, priceOf, ratingOf, riverOf, titleOf } from './card.js';
import { EBAY_OBSTACLES } from './ebay-obstacles.js';
import { readResultHeading, saysNone } from './result-heading.js';
import { currencyOfSite } from './sites.js';
import { isSponsored } from './sponsored.js';

/** From here down the page lists what did not match, for want of what did. */
const REWRITE = '.srp-river-answer--REWRITE_START';

/** Notices between the cards; some layouts announce the same in words alone. */
const NOTICES = `${REWRITE}, .srp-results .su-notice, .srp-results .section-notice, .srp-results .s-message`;
const FEWER_WORDS =
  /fewer words|weniger (?:such)?(?:begriffe|wörter)|moins de mots|meno parole|menos palabras|minder (?:zoek)?woorden|mniej słów/iu;

/** What stands below every list; a browser that closes a cut page for its server adds the end, but no foot. */
const FOOT = 'footer, #glbfooter, .gh-footer, .pagination, .s-pagination';

/** No full page lists fewer. */
const SMALLEST_PAGE = 48;

/**
 * A page of eBay's `/sch/i.html`, or the browse page that some keywords are led to. Ghost cards, carousels and second
 * cards of the same item are left out.
 * @param askedCurrency ISO 4217 of the site that was asked, for prices that name none and a page that names no site
 */
export function parseEbaySearch(received: ReceivedPage, askedCurrency: string): ParsedSearchPage {
  const page = htmlPage(received);
  const obstacle = obstacleOf(page, EBAY_OBSTACLES);
  if (obstacle) return obstacle;
  const cut = unfinished(page.html);
  if (cut) return cut;
  if (!isSearchPage(page)) return wrongPage(`Not a page of search results: "${page.title.slice(0, 100)}"`);

  const resultCount = readResultHeading(page.$, page.html);
  const listings = listingsOf(page, askedCurrency, resultCount?.value === 0);
  if (listings.length === 0 && resultCount === null)
    return drift('A search page with neither listings nor a count');
  if (listings.length === 0 && resultCount !== null && resultCount.value > 0)
    return drift(`The page speaks of ${resultCount.value} results and shows none`);
  if (resultCount !== null && listings.length < expectedOf(resultCount.value) && !hasFootBelow(page))
    return truncated(`The page ends after ${listings.length} of ${resultCount.value} results`);
  if (listings.length > 0 && listings.every((listing) => listing.title === ''))
    return drift('No listing has a title');
  return { kind: 'search', keyword: keywordOf(page), resultCount, listings, nextPage: nextPageOf(page) };
}

// No results may stand above any number of others, shown in their place.
const expectedOf = (claimed: number): number => (claimed === 0 ? Infinity : Math.min(claimed, SMALLEST_PAGE));

// The comment that names the site stands behind everything else.
const hasFootBelow = (page: HtmlPage): boolean =>
  siteIdOf(page) !== null || page.$(`${CARDS}, ${FOOT}`).last().is(FOOT);

function isSearchPage({ $ }: HtmlPage): boolean {
  if ($('.x-item-title__mainTitle, [data-testid="x-item-title"], #viTabs').length > 0) return false;
  return (
    $(
      '.srp-controls__count-heading, .srp-results, .srp-river-results, .srp-save-null-search, .brwrvr__item-card',
    ).length > 0
  );
}

function listingsOf(page: HtmlPage, askedCurrency: string, nothingMatched: boolean): ParsedListing[] {
  const { $ } = page;
  const currency = currencyOfSite(siteIdOf(page), hostOf(page)) ?? askedCurrency;
  const listings: ParsedListing[] = [];
  const seen = new Set<string>();
  let fallback = nothingMatched || saysNone($);
  for (const one of riverOf($, NOTICES)) {
    if (one.is(NOTICES)) {
      fallback ||= one.is(REWRITE) || FEWER_WORDS.test(cleanText(one.text()).slice(0, 200));
      continue;
    }
    const id = itemIdOf($, one);
    if (id === null || seen.has(id)) continue;
    seen.add(id);
    listings.push({
      id,
      title: titleOf(one),
      price: priceOf($, one, currency),
      ...ratingOf(one),
      sponsored: isSponsored($, one),
      fallback,
      place: listings.length + 1,
    });
  }
  return listings;
}

/** The last comment names the site: `<!-- SiteId: 3, Environment: production, … -->`. */
function siteIdOf({ html }: HtmlPage): number | null {
  const ids = [...html.matchAll(/<!--\s*SiteId:\s*(\d+)/gu)].map(([, id]) => Number(id));
  return ids.at(-1) ?? null;
}

function hostOf({ $, url }: HtmlPage): string | null {
  const addresses = [
    $('link[rel="canonical"]').attr('href'),
    $('meta[property="og:url"]').attr('content'),
    url,
  ];
  return addresses.map((address) => /^https?:\/\/([^/]+)/u.exec(address ?? '')?.[1]).find(Boolean) ?? null;
}

function keywordOf({ $, url }: HtmlPage): string | null {
  const addresses = [$('link[rel="canonical"]').attr('href'), url];
  const asked = addresses.map((address) => /[?&]_nkw=([^&#]+)/u.exec(address ?? '')?.[1]).find(Boolean);
  const candidates = [
    $('#gh-ac').attr('value'),
    $('input[name="_nkw"]').first().attr('value'),
    asked === undefined ? undefined : (new URLSearchParams(`k=${asked}`).get('k') ?? undefined),
  ];
  return candidates.map((text) => cleanText(text ?? '')).find((text) => text !== '') ?? null;
}

function nextPageOf({ $ }: HtmlPage): string | null {
  const href = $('a.pagination__next:not([aria-disabled="true"])').first().attr('href');
  return href === undefined || href === '' || href === '#' ? null : href;
}
