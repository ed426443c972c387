/** Whether two spellings are one keyword: composed Unicode, lower case, single blanks, as everywhere in the product. */
export function sameKeyword(a: string, b: string): boolean {
  return normalize(a) === normalize(b);
}

function normalize(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim();
}
