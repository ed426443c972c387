import type { CheerioAPI } from 'cheerio';
import type { Count } from '../../../../backend/contracts/values/measure.js';
import { readWholeNumber, wholeNumbersIn } from '../reading/numbers.js';
import { cleanText, numericText } from '../reading/text.js';

const OVER = /^(?:\+|more than|over|mehr als|über|plus de|\+ de|più di|oltre|más de|meer dan|ponad)\s/iu;
const NONE =
  /no exact matches|aucun résultat|keine exakten|keine ergebnisse|nessun risultato|nessuna corrispondenza|no se (?:han )?encontr|sin resultados|ning[uú]n resultado|geen (?:exacte )?resultaten|brak wyników|nie znaleziono/iu;

/** The claim above the list, "95,000+ results for …"; the keyword that it repeats may hold numbers and is left out. */
export function readResultHeading($: CheerioAPI, html: string): Count | null {
  const heading = $('.srp-controls__count-heading').first();
  if (heading.length > 0) {
    const bold = heading.find('.BOLD, b, strong').toArray();
    const number =
      bold.find((element) => readWholeNumber($(element).text()) !== null) ??
      (bold.length > 1 ? bold[0] : undefined);
    const copy = heading.clone();
    copy.find('.BOLD, b, strong').each((index, element) => {
      if (bold[index] !== number) $(element).remove();
    });
    const count = countOf(copy.text());
    if (count) return count;
  }
  // The same heading in the page's model, for a layout that draws it elsewhere.
  const spans = /"itemCountWithStyles"\s*:\s*\{[^[]*\[([\s\S]{0,600}?)\]/u.exec(html)?.[1] ?? '';
  const texts = [...spans.matchAll(/"text"\s*:\s*"((?:[^"\\]|\\.)*)"/gu)]
    .slice(0, 2)
    .map(([, text]) => text ?? '');
  if (texts.length > 0) return countOf(texts.join(''));
  return saysNone($) ? { value: 0, relation: 'eq' } : null;
}

function countOf(text: string): Count | null {
  const line = numericText(text);
  const [one, two, three] = wholeNumbersIn(line);
  // "1-48 of 50,000 Results" tells first which of them stand here.
  const isSpan = one && two && three && /^ ?[-–—] ?$/u.test(line.slice(one.end, two.start));
  const first = isSpan ? three : one;
  if (!first) return null;
  const isAtLeast = first.plus || first.rounded || OVER.test(line);
  return { value: Math.round(first.value), relation: isAtLeast ? 'gte' : 'eq' };
}

/** Does the page say that nothing matches exactly? Then what it lists is a fallback. */
export function saysNone($: CheerioAPI): boolean {
  const notice = $('.srp-save-null-search__heading, .srp-save-null-search').first();
  return (
    notice.length > 0 && (notice.is('.srp-save-null-search__heading') || NONE.test(cleanText(notice.text())))
  );
}
