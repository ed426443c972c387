import type { CheerioAPI } from 'cheerio';
import type { Count, Price } from '../../../../backend/contracts/values/measure.js';
import { readPrice } from '../reading/money.js';
import { readCount, readRating } from '../reading/numbers.js';
import { selected, type Elements } from '../reading/page-body.js';
import { cleanText, numericText, shorten } from '../reading/text.js';

const LISTS = '[data-search-results-lg], [data-search-results], .search-listings-group, #search-results';
const LISTING_LINK = 'a[href*="/listing/"]';
const TILE = 'div[data-listing-id], li[data-listing-id], .v2-listing-card, a.listing-link[data-listing-id]';

/** Is there a list of search results, filled or not? */
export const hasList = ($: CheerioAPI): boolean => $(LISTS).length > 0;

const isOutermost = (tile: Elements): boolean => tile.parent().closest(TILE).length === 0;

/** The tiles in page order; the outer one where one stands in another. */
export function tilesOf($: CheerioAPI): Elements[] {
  const lists = selected($, LISTS).filter((_, list) => $(list).find(TILE).length > 0);
  const found = lists.length > 0 ? lists.first().find(TILE) : selected($, TILE);
  return found
    .toArray()
    .map((tile) => $(tile))
    .filter(isOutermost)
    .map((tile) => {
      // The rating may stand beside the tile in its list item, but an item with several tiles is a row of them.
      const item = tile.is('li') ? tile : tile.parents('li').first();
      const inside = item
        .find(TILE)
        .toArray()
        .filter((one) => isOutermost($(one)));
      return inside.length === 1 ? item : tile;
    });
}

export function listingIdOf(tile: Elements): string | null {
  const own = [tile.attr('data-listing-id'), tile.find('[data-listing-id]').first().attr('data-listing-id')];
  const linked = /\/listing\/(\d+)/u.exec(linksOf(tile).first().attr('href') ?? '')?.[1];
  return [...own, linked].find((id) => id !== undefined && /^\d+$/u.test(id)) ?? null;
}

const linksOf = (tile: Elements): Elements => (tile.is(LISTING_LINK) ? tile : tile.find(LISTING_LINK));

export function titleOf(tile: Elements): string {
  const heading = tile.find('.v2-listing-card__title, [class*="listing-card__title"], h3, h2').first();
  const texts = [
    heading.attr('title'),
    heading.text(),
    linksOf(tile).first().attr('title'),
    tile.find('img[alt]').first().attr('alt'),
  ];
  return shorten(texts.map((text) => cleanText(text ?? '')).find((text) => text !== '') ?? '', 1_000);
}

const FROM =
  /^(?:from|starting at|ab|à partir de|dès|desde|a partir de|a partire da|da|vanaf|od|från)\s|から|\+\s*$/iu;

/**
 * What a buyer pays now: neither the struck price before a sale nor the line that says how much is off. "from" makes
 * it a lower bound, for the price hangs on the variation.
 */
export function priceOf($: CheerioAPI, tile: Elements, siteCurrency: string): Price | null {
  const named = tile.find('.n-listing-card__price, .lc-price, [class*="listing-card__price"]').first();
  const anyValue = tile.find('.currency-value').first();
  const box = (named.length > 0 ? named : anyValue.closest('p, div')).clone();
  box.find('[class*="strike"], [class*="promotion-price"], s, del').remove();
  const spokenOnly = box
    .find('.wt-screen-reader-only, .screen-reader-only')
    .filter((_, one) => $(one).find('.currency-value').length === 0);
  spokenOnly.remove();
  const pieces = box
    .find('.currency-symbol, .currency-value')
    .toArray()
    .map((piece) => cleanText($(piece).text()));
  if (pieces.length === 0) return readPrice(box.text(), siteCurrency);
  const text = cleanText(box.text());
  const values = box.find('.currency-value').length;
  // One sign and one value are the price whatever words stand around them; more are a range if the words say so.
  const price = readPrice(values === 1 ? pieces.join(' ') : text, siteCurrency);
  return price && price.relation === 'eq' && FROM.test(text) ? { ...price, relation: 'gte' } : price;
}

/** The mark in the link tells in every language: `ls=a` is an ad, `ls=s` a result; then the label of older pages. */
export function adMarkOf(tile: Elements): boolean | null {
  for (const link of linksOf(tile).toArray()) {
    const mark = /[?&]ls=([a-z])/u.exec(link.attribs['href'] ?? '')?.[1];
    if (mark !== undefined) return mark === 'a';
  }
  // The form that puts it into the cart says the same.
  const source = tile.find('input[name="listing_source"]').first().attr('value');
  return source === 'ads' ? true : source === 'organic' ? false : null;
}

export const hasAdLabel = (tile: Elements): boolean => tile.find('[data-ad-label]').length > 0;

export function ratingOf(
  $: CheerioAPI,
  tile: Elements,
): { rating: number | null; reviewCount: Count | null } {
  const stars = tile.find('clg-static-review-stars[rating]').first();
  if (stars.length > 0)
    return {
      rating: mean(stars.attr('rating')),
      reviewCount: readCount(stars.attr('review-count-text') ?? ''),
    };
  const label = tile
    .find('[aria-label*="star" i], [aria-label*="Stern" i], [aria-label*="étoile" i]')
    .first();
  const input = tile.find('input[name="rating"], input[name="initial-rating"]').first().attr('value');
  const sprite = /star-rating-(\d)(?:-(\d))?(?!\d)/u.exec(
    tile.find('[class*="star-rating-"]').first().attr('class') ?? '',
  );
  const spoken = cleanText(
    label.attr('aria-label') ?? tile.find('.review_stars, .screen-reader-only').first().text(),
  );
  const visible = tile.find('.review_stars span, .wt-text-title-small').first().text();
  const rating =
    mean(input) ?? mean(/^(\d(?:[.,]\d+)?)\s+star rating/iu.exec(spoken)?.[1]) ?? readRating(spoken) ??
    (sprite ? Number(sprite[1]) + (sprite[2] === undefined ? 0 : 0.5) : null) ?? mean(visible); // prettier-ignore
  if (rating === null) return { rating: null, reviewCount: null };
  const reviews = /(?:with|,)\s+([\d.,\s]+(?:k|m)?)\s+(?:reviews|ratings)/iu.exec(spoken)?.[1];
  return { rating, reviewCount: readCount(reviews ?? bracketed($, tile) ?? '') };
}

function mean(text: string | undefined): number | null {
  const value = /^\s*(\d(?:[.,]\d+)?)\s*$/u.exec(numericText(text ?? ''))?.[1]?.replace(',', '.');
  return value === undefined || Number(value) > 5 ? null : Number(value);
}

/** "(1,234)" as the whole text of an element: brackets in a title are no count. */
function bracketed($: CheerioAPI, tile: Elements): string | undefined {
  return tile
    .find('span, p, div')
    .toArray()
    .filter((element) => $(element).closest('h2, h3, [class*="price"]').length === 0)
    .map((element) => cleanText($(element).text()))
    .find((text) => /^\(\d[\d.,\s]*\p{L}{0,4}\)$/u.test(numericText(text)));
}
