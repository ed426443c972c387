import type { CheerioAPI } from 'cheerio';
import type { Count, Price } from '../../../../backend/contracts/values/measure.js';
import { readPrice } from '../reading/money.js';
import { readCount, readRating } from '../reading/numbers.js';
import { selected, type Elements } from '../reading/page-body.js';
import { cleanText, shorten } from '../reading/text.js';

/** The four generations of cards: until mid-2025, since 2025-08, since 2026-07, and those of browse pages. */
export const CARDS = 'li.s-item, li.s-card, .su-item-card, .brwrvr__item-card';
const NOT_IN_THE_LIST =
  '.srp-river-answer:not(.srp-river-answer--REWRITE_START), .s-clipped, [class*="carousel"], [hidden]';
const TITLES = '.s-card__title, .s-item__title, .su-item-card__title, .bsig__title__text';
const PRICES =
  '.s-card__price, .s-item__price, .su-item-card__price, .bsig__price--displayprice, .bsig__price';

/** Cards of the list and the notices between them, in page order. */
export function riverOf($: CheerioAPI, notices: string): Elements[] {
  return selected($, `${CARDS}, ${notices}`)
    .toArray()
    .map((element) => $(element))
    .filter(
      (one) =>
        (one.is(notices) && one.closest(CARDS).length === 0) ||
        (one.closest(NOT_IN_THE_LIST).length === 0 && one.parent().closest(CARDS).length === 0),
    );
}

/** Item number, null for the ghost cards that stand before the list ("Shop on eBay", /itm/123456). */
export function itemIdOf($: CheerioAPI, card: Elements): string | null {
  if (/^shop on ebay$/iu.test(titleOf(card))) return null;
  const carrier = card.is('[data-listingid]') ? card : card.closest('li[data-listingid]').addBack().first();
  const links = card
    .find('a[href*="/itm/"]')
    .toArray()
    .map((link) => /\/itm\/(?:[^/?#]+\/)?(\d+)/u.exec($(link).attr('href') ?? '')?.[1]);
  // A card may lead to the page of its product, which then names the item shown there.
  const ofProduct = card
    .find('a[href*="iid="]')
    .toArray()
    .map((link) => /\/p\/[^#]*[?&]iid=(\d+)/u.exec($(link).attr('href') ?? '')?.[1]);
  // The links of some pages all lead to the placeholder 123456 while the card itself names its item.
  const ids = [
    carrier.attr('data-listingid'),
    card.find('[data-listingid]').attr('data-listingid'),
    ...links,
    ...ofProduct,
  ];
  return ids.find((id) => id !== undefined && /^\d{9,14}$/u.test(id)) ?? null;
}

export function titleOf(card: Elements): string {
  const title = card.find(TITLES).first().clone();
  title
    .find('.clipped, .s-card__new-listing, .LIGHT_HIGHLIGHT, [class*="new-listing"], script, style')
    .remove();
  const text = cleanText(title.text()) || cleanText(card.find('img[alt]').first().attr('alt') ?? '');
  return shorten(text, 1_000);
}

/**
 * The price row as one text, so that "$6.79", "to" and "$9.48" in three elements are one range. A later row (buy it
 * now beside a bid, the price before) is another price.
 */
export function priceOf($: CheerioAPI, card: Elements, siteCurrency: string): Price | null {
  const first = card
    .find(PRICES)
    .filter((_, price) => $(price).closest('[class*="strikethrough"], .STRIKETHROUGH, s, del').length === 0)
    .first();
  if (first.length === 0) return null;
  const row = first.closest(
    '.s-card__attribute-row, .su-item-card__price-container, .su-card-container__attribute-row',
  );
  const parts = row.length > 0 ? row.find(PRICES).toArray() : first.toArray();
  const texts = parts
    .filter((part) => $(part).parents(PRICES).length === 0)
    .map((part) => {
      const copy = $(part).clone();
      copy.find('[class*="strikethrough"], .STRIKETHROUGH, s, del, .clipped').remove();
      return copy.text();
    });
  return readPrice(texts.join(' '), siteCurrency);
}

/** Stars and ratings of the product, where the card has them; "100% positive" speaks of the seller. */
export function ratingOf(card: Elements): { rating: number | null; reviewCount: Count | null } {
  const stars = card.find('.x-star-rating').first();
  const rating = stars.length > 0 ? readRating(stars.text()) : null;
  const reviews = card
    .find('.s-item__reviews-count, .s-card__reviews-count, [class*="reviews-count"]')
    .first();
  return { rating, reviewCount: reviews.length > 0 ? readCount(reviews.text()) : null };
}
