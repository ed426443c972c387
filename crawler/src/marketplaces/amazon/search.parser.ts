import type { ParsedListing, ParsedSearchPage, ReceivedPage } from '../parsed-page.js';
import { obstacleOf } from '../reading/obstacles.js';
import { drift, htmlPage, unfinished, truncated, wrongPage, type HtmlPage } from '../reading/page-body.js';
import { cleanText } from '../reading/text.js';
import { AMAZON_OBSTACLES } from './amazon-obstacles.js';
import { cardsOf, isSponsored, ratingOf, reviewCountOf, titleOf } from './card.js';
import { priceOf } from './price.js';
import { pageFacts, readResultLine, saysNoResults, type PageFacts, type ResultLine } from './result-line.js';
import { currencyOfSite } from './sites.js';

/**
 * A page of Amazon's `/s?k=`. The claim "a-b of N" says that the organic cards are b-a+1, and the page's scripts say
 * how many cards there are: a page with fewer cards than it claims gives no numbers at all.
 * @param askedCurrency ISO 4217 of the site that was asked, for prices that name none and a page that names no site
 */
export function parseAmazonSearch(received: ReceivedPage, askedCurrency: string): ParsedSearchPage {
  const page = htmlPage(received);
  const obstacle = obstacleOf(page, AMAZON_OBSTACLES);
  if (obstacle) return obstacle;
  const cut = unfinished(page.html);
  if (cut) return cut;
  if (!isSearchPage(page)) return wrongPage(`Not a page of search results: "${page.title.slice(0, 100)}"`);

  const { $ } = page;
  const facts = pageFacts(page.html);
  const line = readResultLine($, facts.totalResultCount);
  const cards = cardsOf($);
  const organic = cards.filter((card) => !isSponsored(card)).length;
  const nothing = facts.totalResultCount === 0 || (line === null && saysNoResults($));
  const missing = missingCards(page, cards.length, facts, line);
  if (missing) return missing;
  if (cards.length === 0 && !nothing)
    return drift('A search page with neither listings nor a notice of none');

  const currency = currencyOfSite(facts.marketplaceId ?? undefined, hostOf(page)) ?? askedCurrency;
  const claimsMore =
    line?.range != null && organic > line.range.to - line.range.from + 1 && cards.length !== claimed(line);
  const listings = cards.map((card, index): ParsedListing => {
    const sponsored = isSponsored(card);
    return {
      id: card.attr('data-asin') ?? '',
      title: titleOf($, card),
      price: priceOf($, card, currency),
      rating: ratingOf($, card),
      reviewCount: reviewCountOf($, card),
      // More unmarked cards than the page claims as results: some are paid, and we cannot tell which.
      sponsored: sponsored ? true : claimsMore ? null : false,
      fallback: nothing,
      place: index + 1,
    };
  });
  if (listings.length > 0 && listings.every((listing) => listing.title === ''))
    return drift('No listing has a title');
  const resultCount = nothing
    ? ({ value: 0, relation: 'eq' } as const)
    : (line?.count ??
      (facts.totalResultCount === null
        ? null
        : ({ value: facts.totalResultCount, relation: 'eq' } as const)));
  return {
    kind: 'search',
    keyword: keywordOf(page, facts),
    resultCount,
    listings,
    nextPage: nextPageOf(page),
  };
}

function isSearchPage({ $ }: HtmlPage): boolean {
  if ($('#productTitle, #zg, #zg-ordered-list, #gridItemRoot').length > 0) return false;
  return (
    $(
      '[data-component-type="s-search-result"], [data-component-type="s-result-info-bar"], ' +
        '[data-component-type="s-search-results"], .s-main-slot, #s-results-list-atf, #s-result-count, #noResultsTitle',
    ).length > 0
  );
}

const claimed = (line: ResultLine | null): number | null =>
  line?.range ? line.range.to - line.range.from + 1 : null;

/** Cards of a kind that we do not know may be among those promised; with fewer than this we read the wrong thing. */
const ENOUGH = 0.75;

/** Fewer cards than the page itself speaks of: cut off where its foot is gone too, otherwise not as we know it. */
function missingCards(
  page: HtmlPage,
  cards: number,
  facts: PageFacts,
  line: ResultLine | null,
): ParsedSearchPage | null {
  const promised = claimed(line);
  const counted = Math.max(promised ?? 0, facts.asinOnPageCount ?? 0);
  const wanted = counted > 0 || cards > 0 ? counted : (line?.count.value ?? 0);
  if (cards >= wanted) return null;
  const detail = `The page speaks of ${wanted} listings and shows ${cards}`;
  const hasFoot = page.$('#navFooter, .s-pagination-strip, .s-pagination-container, #rhf').length > 0;
  if (!hasFoot) return truncated(detail);
  return cards > 0 && cards >= (promised ?? wanted) * ENOUGH ? null : drift(detail);
}

function hostOf({ $, url }: HtmlPage): string | undefined {
  const addresses = [
    $('link[rel="canonical"]').attr('href'),
    $('meta[property="og:url"]').attr('content'),
    url,
  ];
  const host = addresses.map((address) => /^https?:\/\/([^/]+)/u.exec(address ?? '')?.[1]).find(Boolean);
  const named = /^(Amazon(?:\.[a-z]{2,3}){1,2})\s?:/iu.exec($('title').first().text().trim())?.[1];
  return host ?? (named === undefined ? undefined : `www.${named.toLowerCase()}`);
}

function keywordOf({ $, title }: HtmlPage, facts: PageFacts): string | null {
  const bold = $('[data-component-type="s-result-info-bar"] .a-color-state').first().text();
  const candidates = [
    facts.keywords,
    $('#twotabsearchtextbox, input[name="field-keywords"]').first().attr('value'),
    cleanText(bold).replace(/^["“”„«»「]+|["“”„«»」]+$/gu, ''),
    /^Amazon(?:\.[a-z]{2,3}){1,2}\s?: (.+)$/iu.exec(title)?.[1],
  ];
  return candidates.map((text) => cleanText(text ?? '')).find((text) => text !== '') ?? null;
}

function nextPageOf({ $ }: HtmlPage): string | null {
  const next = $(
    'a.s-pagination-next:not(.s-pagination-disabled), #pagnNextLink, .a-pagination .a-last:not(.a-disabled) a',
  );
  return next.first().attr('href') ?? null;
}
