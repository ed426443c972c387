// Marks that change how a text is drawn, never what it says: bidi controls, zero-width blanks, soft hyphen.
const INVISIBLE = /[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;
// In words and emoji these join or part what belongs together; in a number they say nothing.
const JOINERS = /[\u200C\u200D]/gu;

const DIGIT_ZEROS = [0x0660, 0x06f0, 0x0966, 0xff10]; // Arabic-Indic, Persian, Devanagari, full width

/** One line of text: invisible marks out, every kind of blank a single ordinary one, outer blanks off. */
export function cleanText(text: string): string {
  return text.replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim();
}

/** `cleanText` with the digits of other scripts and their signs written as ASCII: "١٬٢٣٤" is "1,234". */
export function numericText(text: string): string {
  return cleanText(text)
    .replace(JOINERS, '')
    .replace(/\p{Nd}/gu, (digit) => {
      const code = digit.codePointAt(0) ?? 0;
      const zero = DIGIT_ZEROS.find((start) => code >= start && code <= start + 9);
      return zero === undefined ? digit : String(code - zero);
    })
    .replace(/[\u066C\uFF0C]/gu, ',')
    .replace(/[\u066B\uFF0E]/gu, '.');
}

/** At most `limit` characters, never half a surrogate pair. */
export function shorten(text: string, limit: number): string {
  return text.length <= limit ? text : text.slice(0, limit).replace(/[\uD800-\uDBFF]$/u, '');
}

/** Longest suggestion and longest name of a department that are recorded. */
export const TEXT_LIMIT = 500;
export const SCOPE_LIMIT = 200;
