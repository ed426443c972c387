import type { Count } from '../../../../backend/contracts/values/measure.js';
import { numericText } from './text.js';

// A run of digits as one number: groups apart by blanks have exactly three digits, or "2024 1234" would be one.
const RUN = /(?<![\d.,'’ʼ])(?:\d{1,3}(?: \d{3}(?!\d))+|\d+(?:[.,'’ʼ]\d+)*)/gu;
const WHOLE =
  /^\d{1,3}(?:([ ,.'’ʼ])(?:\d{3}|\d{2}(?=(?:\1\d{2})*\1\d{3}$))(?:\1(?:\d{3}|\d{2}(?=(?:\1\d{2})*\1\d{3}$)))*)?$/u;

/** A whole number however it is grouped ("1,99,800", "1.234", "12 345", "1'234"); null for anything else. */
export function readWholeNumber(text: string): number | null {
  const digits = numericText(text);
  if (/^\d+$/u.test(digits)) return toSafeInteger(digits);
  return WHOLE.test(digits) ? toSafeInteger(digits.replace(/\D/gu, '')) : null;
}

function toSafeInteger(digits: string): number | null {
  const value = Number(digits);
  return Number.isSafeInteger(value) ? value : null;
}

// Short forms of thousand, million… by language. A longer word comes before one that starts it.
const MULTIPLIERS: readonly (readonly [RegExp, number])[] = [
  [/^(?:lakhs?|lacs?)(?!\p{L})/iu, 100_000],
  [/^(?:crores?|cr)(?!\p{L})/iu, 10_000_000],
  [/^(?:mil millones|bn|mrd\.?)(?!\p{L})/iu, 1_000_000_000],
  [/^(?:k|mil|mila|tsd\.?|tys\.?|tn|bin|b|rb|t|mille|ألف|آلاف)(?!\p{L})/iu, 1_000],
  [/^(?:mio\.?|mln\.?|mn|m|million(?:en|s)?|mill\.?|mi|milh(?:ão|ões)|مليون)(?!\p{L})/iu, 1_000_000],
  [/^(?:千|천)/u, 1_000],
  [/^(?:万|萬|만)/u, 10_000],
];

export interface NumberInText {
  readonly value: number;
  /** As written, without the multiplier. */
  readonly digits: string;
  /** A rounded short form such as "1.2K": the true number is at least this. */
  readonly rounded: boolean;
  /** A plus sign stands behind it. */
  readonly plus: boolean;
  readonly start: number;
  readonly end: number;
}

/** The whole numbers of a text in its order; a decimal counts only with a multiplier ("4.5" alone is none). */
export function wholeNumbersIn(text: string): NumberInText[] {
  const line = numericText(text);
  const found: NumberInText[] = [];
  for (const match of line.matchAll(RUN)) {
    const digits = match[0];
    let end = match.index + digits.length;
    const gap = /^ ?/u.exec(line.slice(end))?.[0].length ?? 0;
    const multiplier = MULTIPLIERS.map(([pattern, by]) => ({
      by,
      word: pattern.exec(line.slice(end + gap))?.[0],
    })).find(({ word }) => word !== undefined);
    const value = multiplier?.word ? scaled(digits, multiplier.by) : readWholeNumber(digits);
    if (multiplier?.word) end += gap + multiplier.word.length;
    const plus = /^ ?[+＋]/u.test(line.slice(end));
    if (value !== null)
      found.push({ value, digits, rounded: multiplier?.word !== undefined, plus, start: match.index, end });
  }
  return found;
}

// "10.4K" has a decimal; "1,234K" does not occur, so one separator with up to two digits behind is a decimal.
function scaled(digits: string, by: number): number | null {
  const decimal = /^(\d+)[.,](\d{1,2})$/u.exec(digits);
  if (!decimal) {
    const whole = readWholeNumber(digits);
    return whole === null ? null : whole * by;
  }
  const fraction = decimal[2] ?? '';
  return (Number((decimal[1] ?? '') + fraction) * by) / 10 ** fraction.length;
}

/** The first whole number of a text with its relation: "1,234" eq, "95,000+" gte, "(7,3 mil)" at least 7,300. */
export function readCount(text: string): Count | null {
  const first = wholeNumbersIn(text)[0];
  return first
    ? { value: Math.round(first.value), relation: first.rounded || first.plus ? 'gte' : 'eq' }
    : null;
}

/**
 * Mean rating on a scale to 5 out of "4.5 out of 5 stars", "4,8 de 5 estrellas", and of the languages that name the
 * scale first: "5つ星のうち4.3". null where the text is no such pair.
 */
export function readRating(text: string): number | null {
  const tokens = [...numericText(text).matchAll(/\d+(?:[.,]\d+)?/gu)].map(([token]) => token);
  const [first, second] = tokens;
  if (first === undefined || second === undefined) return null;
  const scaleFirst = /^5(?:[.,]0)?$/u.test(first) && !/^5(?:[.,]0)?$/u.test(second);
  const [mean, scale] = scaleFirst ? [second, first] : [first, second];
  const value = Number(mean.replace(',', '.'));
  return Number(scale.replace(',', '.')) === 5 && value <= 5 ? value : null;
}
