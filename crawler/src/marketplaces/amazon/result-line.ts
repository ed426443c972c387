import type { CheerioAPI } from 'cheerio';
import type { Count } from '../../../../backend/contracts/values/measure.js';
import { readWholeNumber, wholeNumbersIn, type NumberInText } from '../reading/numbers.js';
import { cleanText, numericText } from '../reading/text.js';

/** What the page's own scripts know of the list. */
export interface PageFacts {
  readonly totalResultCount: number | null;
  /** Cards on this page, paid ones counted. */
  readonly asinOnPageCount: number | null;
  readonly keywords: string | null;
  readonly marketplaceId: string | null;
}

/** What the line above the list claims: "1-16 of over 100,000 results". */
export interface ResultLine {
  readonly count: Count;
  /** First and last place of the organic listings, null where the line names none. */
  readonly range: { readonly from: number; readonly to: number } | null;
}

/** Facts in `P.declare('s\-metadata', {…})`, which stands in the page since about 2021. */
export function pageFacts(html: string): PageFacts {
  const start = html.search(/'s\\?-metadata'\s*,\s*\{/u);
  const json = start === -1 ? '' : html.slice(start, start + 5_000);
  const marketplaceId =
    /"marketplaceId"\s*:\s*"([A-Z0-9]+)"/u.exec(json)?.[1] ??
    /\bue_mid\s*=\s*['"]([A-Z0-9]+)['"]/u.exec(html)?.[1];
  return {
    totalResultCount: numberIn(json, 'totalResultCount'),
    asinOnPageCount: numberIn(json, 'asinOnPageCount'),
    keywords: stringIn(json, 'keywords'),
    marketplaceId: marketplaceId ?? null,
  };
}

function numberIn(json: string, name: string): number | null {
  const digits = new RegExp(`"${name}"\\s*:\\s*"?(\\d+)`, 'u').exec(json)?.[1];
  return digits === undefined ? null : readWholeNumber(digits);
}

// The object is script, not JSON: `\-` and `\x26` stand in it, so single strings are read.
function stringIn(json: string, name: string): string | null {
  const text = new RegExp(`"${name}"\\s*:\\s*"((?:[^"\\\\]|\\\\.)*)"`, 'u').exec(json)?.[1];
  if (text === undefined) return null;
  return cleanText(
    text
      .replace(/\\x([0-9a-f]{2})|\\u([0-9a-f]{4})/giu, (_, hex?: string, unicode?: string) =>
        String.fromCharCode(parseInt(hex ?? unicode ?? '20', 16)),
      )
      .replace(/\\(.)/gu, '$1'),
  );
}

const LINES = [
  '[data-component-type="s-result-info-bar"] h2',
  '[data-component-type="s-result-info-bar"] .s-breadcrumb',
  '[data-component-type="s-result-info-bar"] .a-section.a-spacing-top-small',
  '[data-component-type="s-result-info-bar"]',
  '#s-result-count',
  '.s-breadcrumb h1, .s-breadcrumb h2',
].join(', ');

// The words for "over" in the languages of Amazon's sites.
const OVER = inWords(
  'over|more than|mehr als|über|plus de|più di|oltre|más de|mais de|mas de|meer dan|över|mer än|ponad|üzeri|fazla',
  '以上|超过|超過|أكثر|से अधिक|이상',
);

// `\b` knows no letters beyond ASCII: "über" and "över" would never match with it.
function inWords(words: string, anywhere: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})|${anywhere}`, 'iu');
}

/** The line above the list without the keyword that it repeats, for a keyword may hold numbers too. */
function lineTexts($: CheerioAPI): string[] {
  return $(LINES)
    .toArray()
    .map((line) => {
      const copy = $(line).clone();
      copy.find('.a-color-state, .a-text-bold, form, select, script, style').remove();
      return numericText(copy.text()).replace(/["“”„«»].*$/u, '');
    });
}

/** The claim of the page; the number that its scripts know tells "over" from "exactly" in any language. */
export function readResultLine($: CheerioAPI, total: number | null): ResultLine | null {
  for (const text of lineTexts($)) {
    const numbers = wholeNumbersIn(text);
    if (numbers.length === 0) continue;
    const at = numbers.findIndex((number, index) => isRange(text, number, numbers[index + 1]));
    const from = at === -1 ? undefined : numbers[at];
    const to = at === -1 ? undefined : numbers[at + 1];
    // "1-16 of 302" in most languages, "302 のうち 1-16件" in Japanese and Turkish.
    const claimed = at === -1 ? numbers[0] : (numbers[at + 2] ?? numbers[at - 1]);
    if (!claimed) continue;
    const isOver =
      claimed.rounded || claimed.plus || OVER.test(text) || (total !== null && total > claimed.value);
    return {
      count: { value: claimed.value, relation: isOver ? 'gt' : 'eq' },
      range: from && to ? { from: from.value, to: to.value } : null,
    };
  }
  return null;
}

function isRange(text: string, first: NumberInText, second: NumberInText | undefined): boolean {
  return (
    second !== undefined &&
    /^\s?[-–—~〜～]\s?$/u.test(text.slice(first.end, second.start)) &&
    second.value >= first.value
  );
}

const NO_RESULTS = inWords(
  'no results for|keine (?:ergebnisse|treffer) für|aucun résultat (?:pour|correspondant)|nessun risultato per|' +
    '(?:no hay|ningún|sin) resultados? para|(?:nenhum resultado|não há resultados) para|geen resultaten voor|' +
    'inga (?:resultat|träffar) för|brak wyników dla|sonuç (?:bulunamadı|yok)',
  '一致する商品はありませんでした|一致する商品は見つかりません|没有找到|لا توجد نتائج|कोई परिणाम नहीं',
);

/** Does the page say that nothing matches? A notice of the list, not a word in a product's title. */
export function saysNoResults($: CheerioAPI): boolean {
  const notices = $(
    '.s-main-slot, #search, .s-result-list, #s-results-list-atf, #noResultsTitle, #apsRedirectLink',
  )
    .find('h1, h2, h3, span, div.a-row')
    .addBack('#noResultsTitle')
    .filter((_, element) => $(element).closest('[data-asin]:not([data-asin=""])').length === 0);
  return notices.toArray().some((notice) => NO_RESULTS.test(cleanText($(notice).text()).slice(0, 200)));
}
