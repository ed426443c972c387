import type { Characters } from './characters.js';
import { KeyedPostings } from './postings.js';
import { Signatures } from './signatures.js';
import { trigramsOf } from './trigrams.js';

/** Two neighbouring UTF-16 units as one number. */
const pairAt = (text: string, i: number): number => text.charCodeAt(i) * 65_536 + text.charCodeAt(i + 1);

/**
 * The different words of all keywords: what stands between blanks. A million keywords share far fewer words, so what a
 * text has to do with a word is asked once, not once a keyword.
 */
export class Vocabulary {
  private readonly texts: string[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly byPair = new KeyedPostings();
  private readonly byTrigram = new KeyedPostings();
  /** Of the words, by their trigrams. */
  readonly signatures = new Signatures();

  constructor(private readonly characters: Characters) {}

  get size(): number {
    return this.texts.length;
  }

  text(word: number): string {
    return this.texts[word] ?? '';
  }

  /** -1 where no keyword has it. */
  find(text: string): number {
    return this.numbers.get(text) ?? -1;
  }

  /** Number of the word, which is taken in where it is new. Its characters must be known. */
  take(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    const word = this.texts.length;
    this.texts.push(text);
    this.numbers.set(text, word);
    const pairs = new Set<number>();
    for (let i = 0; i + 1 < text.length; i += 1) pairs.add(pairAt(text, i));
    for (const pair of pairs) this.byPair.add(pair, word);
    for (const trigram of new Set(trigramsOf(text, this.characters))) {
      this.byTrigram.add(trigram, word);
      this.signatures.add(word, trigram);
    }
    return word;
  }

  /** Shows at least all words that hold the text, by its rarest pair of letters. */
  eachMaybeHolding(text: string, visit: (word: number) => void): void {
    let rarest: number | undefined;
    for (let i = 0; i + 1 < text.length; i += 1) {
      const pair = pairAt(text, i);
      if (rarest === undefined || this.byPair.count(pair) < this.byPair.count(rarest)) rarest = pair;
    }
    if (rarest !== undefined) this.byPair.each(rarest, visit);
    else for (let word = 0; word < this.texts.length; word += 1) visit(word);
  }

  eachWithTrigram(trigram: number, visit: (word: number) => void): void {
    this.byTrigram.each(trigram, visit);
  }
}
