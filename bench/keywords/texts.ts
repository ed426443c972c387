import { chance, keywordName } from './names.js';

export type Kind = 'prefix' | 'substring' | 'misspelt';

export interface Asked {
  readonly kind: Kind;
  readonly text: string;
}

/** What people type, all different: 1 to 8 first letters of a keyword, a piece from its middle, or a word with a letter missing. */
export function askedTexts(count: number, keywords: number): Asked[] {
  return Array.from({ length: count }, (_, i): Asked => {
    const at = (about: number) => chance(i + 7_000_000, about);
    const name = keywordName(Math.floor(at(1) * keywords));
    const words = name.split(' ');
    const kind = (['prefix', 'substring', 'misspelt'] as const)[i % 3] ?? 'prefix';
    if (kind === 'prefix') return { kind, text: name.slice(0, 1 + Math.floor(at(3) * 8)).trim() };
    if (kind === 'substring') {
      const from = 1 + Math.floor(at(4) * 4);
      return { kind, text: name.slice(from, from + 3 + Math.floor(at(5) * 8)).trim() || name };
    }
    const long = words.find(({ length }) => length >= 5) ?? 'planner';
    const missing = 1 + Math.floor(at(6) * (long.length - 2));
    return { kind, text: long.slice(0, missing) + long.slice(missing + 1) };
  });
}
