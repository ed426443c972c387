import type { CheerioAPI } from 'cheerio';
import type { Count } from '../../../../backend/contracts/values/measure.js';
import { readCount, readRating, wholeNumbersIn } from '../reading/numbers.js';
import type { Elements } from '../reading/page-body.js';
import { cleanText, numericText, shorten } from '../reading/text.js';

export const CARDS = '[data-component-type="s-search-result"][data-asin]';
const LEGACY_CARDS =
  '#s-results-list-atf > li.s-result-item[data-asin], .s-result-list > div.s-result-item[data-asin]';
const NOT_IN_THE_LIST = [
  '[data-component-type="s-searchgrid-carousel"]',
  '[cel_widget_id*="FEATURED_ASINS_LIST"]',
  '.a-carousel',
].join(', ');

/** The cards of the list in page order: no carousels, no "featured" lists, no card inside another. */
export function cardsOf($: CheerioAPI): Elements[] {
  const modern = $(CARDS);
  return (modern.length > 0 ? modern : $(LEGACY_CARDS))
    .toArray()
    .map((card) => $(card))
    .filter(
      (card) =>
        /^[A-Z0-9]{10}$/u.test(card.attr('data-asin') ?? '') &&
        card.closest(NOT_IN_THE_LIST).length === 0 &&
        card.parent().closest(CARDS).length === 0,
    );
}

/** Three marks that agree wherever they were counted, and those of older layouts. */
export function isSponsored(card: Elements): boolean {
  return (
    card.hasClass('AdHolder') ||
    card.find(
      '.puis-sponsored-label-text, .s-sponsored-label-text, .s-sponsored-label-info-icon, a[href*="/sspa/"], ' +
        'a[href*="/gp/slredirect/"], [data-component-type="sp-sponsored-result"], ' +
        '[data-component-type="s-sponsored-label-marker"], h2[aria-label^="Sponsored Ad"]',
    ).length > 0
  );
}

/** The title's own text: of two headings the one with a label, for the first may be the brand. */
export function titleOf($: CheerioAPI, card: Elements): string {
  const headings = card.find('h2');
  const labelled = headings.filter('[aria-label]').last();
  const texts = [
    labelled.text(),
    headings
      .filter((_, heading) => $(heading).find('a').length > 0 || $(heading).closest('a').length > 0)
      .last()
      .text(),
    headings.last().text(),
    card.find('[data-cy="title-recipe"] a').last().text(),
    card.find('img.s-image').first().attr('alt') ?? '',
  ];
  return shorten(texts.map(cleanText).find((text) => text !== '') ?? '', 1_000);
}

export function ratingOf($: CheerioAPI, card: Elements): number | null {
  const icon = ratingIcon($, card);
  return icon ? readRating(icon.text()) : null;
}

function ratingIcon($: CheerioAPI, card: Elements): Elements | null {
  const icons = card
    .find('.a-icon-alt')
    .toArray()
    .map((icon) => $(icon));
  return icons.find((icon) => readRating(icon.text()) !== null) ?? null;
}

/**
 * How many rated it. The label for screen readers has the exact number ("7.319 calificaciones"); the visible one may
 * be rounded down ("(7,3 mil)") and is then a lower bound.
 */
export function reviewCountOf($: CheerioAPI, card: Elements): Count | null {
  const icon = ratingIcon($, card);
  if (!icon) return null;
  const row = icon.closest('.a-row, [data-cy="reviews-block"]');
  const labels = row
    .find('[aria-label]')
    .toArray()
    .map((element) => $(element).attr('aria-label') ?? '');
  for (const label of labels) {
    const count = countInLabel(label);
    if (count) return count;
  }
  const copy = row.clone();
  copy.find('.a-icon-alt, [data-cy="reviews-ratings-slot"]').remove();
  const texts = copy
    .find('a, span')
    .toArray()
    .map((element) => cleanText($(element).text()));
  const shown = texts.find((text) => /^\(.*\d.*\)$/u.test(text)) ?? texts.find((text) => isPlainCount(text));
  return shown === undefined ? null : readCount(shown);
}

function countInLabel(label: string): Count | null {
  const isRating = readRating(label) !== null;
  const numbers = wholeNumbersIn(label);
  // "4.4 out of 5 stars, 272,461 ratings" holds both; the scale's 5 is a whole number too.
  const count = isRating ? numbers.filter((number) => number.value !== 5).at(-1) : numbers[0];
  if (!count || (isRating && count.value <= 5 && count.start === 0)) return null;
  return { value: Math.round(count.value), relation: count.rounded || count.plus ? 'gte' : 'eq' };
}

// A bare whole number, perhaps with a short form; "4.2" beside the stars is the mean, not a count.
const isPlainCount = (text: string): boolean =>
  /^\d[\d.,'’ ]*\s?(?:\p{L}{1,5}\.?)?\+?$/u.test(numericText(text)) && !/^\d[.,]\d$/u.test(numericText(text));
