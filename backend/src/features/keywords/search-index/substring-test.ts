import type { KeywordRows } from './keyword-rows.js';
import { NOBODY, type Candidates, type RowTest } from './row-test.js';
import type { Vocabulary } from './vocabulary.js';
import type { WordMarks } from './word-marks.js';

export interface SubstringRoom {
  readonly first: WordMarks;
  readonly last: WordMarks;
}

/**
 * Rows whose name holds a text anywhere. A text without a blank stands within a word; in another one the first piece ends a
 * word, the last one begins one, and those between are whole words, one after another.
 */
export function substringTest(
  text: string,
  rows: KeywordRows,
  vocabulary: Vocabulary,
  room: SubstringRoom,
): RowTest {
  const pieces = text.split(' ');
  const wordsWith = (piece: string, marks: WordMarks): number[] => {
    const words: number[] = [];
    vocabulary.eachMaybeHolding(piece, (word) => {
      if (marks.has(word)) words.push(word);
    });
    return words;
  };
  const [first = '', ...others] = pieces;
  const last = others.at(-1);
  if (last === undefined) {
    const holding = room.first;
    holding.begin(vocabulary.size, (word) => vocabulary.text(word).includes(text));
    return {
      fits(row) {
        const end = rows.end(row);
        for (let at = rows.start(row); at < end; at += 1) if (holding.has(rows.wordAt(at))) return true;
        return false;
      },
      candidates: () => ({ ...rowsOf(wordsWith(text, holding), rows), certain: true }),
    };
  }
  const { first: ending, last: beginning } = room;
  ending.begin(vocabulary.size, (word) => vocabulary.text(word).endsWith(first));
  beginning.begin(vocabulary.size, (word) => vocabulary.text(word).startsWith(last));
  const whole = others.slice(0, -1).map((piece) => vocabulary.find(piece));
  const isThere = (at: number): boolean => {
    for (let i = 0; i < whole.length; i += 1) if (rows.wordAt(at + 1 + i) !== whole[i]) return false;
    return beginning.has(rows.wordAt(at + others.length)) && ending.has(rows.wordAt(at));
  };
  return {
    fits(row) {
      const end = rows.end(row) - others.length;
      for (let at = rows.start(row); at < end; at += 1) if (isThere(at)) return true;
      return false;
    },
    candidates() {
      if (whole.includes(-1)) return NOBODY;
      // What follows is written down beside each word, so asking that first costs little.
      const tests = [ending, ...whole.map(wordIs), beginning].map((test) => (word: number) => test.has(word));
      const words = [
        first === '' ? undefined : () => wordsWith(first, ending),
        ...whole.map((word) => () => [word]),
        last === '' ? undefined : () => wordsWith(last, beginning),
      ];
      const choices = words.flatMap((wordsOf, i) => (wordsOf ? rowsOf(wordsOf(), rows, tests[i + 1]) : []));
      return choices.reduce((best, choice) => (choice.count < best.count ? choice : best));
    },
  };
}

const wordIs = (wanted: number) => ({ has: (word: number) => word === wanted });

/** So many entries of which the next word is asked cost as much as one row that is looked at. */
const FOLLOWED_AT_ONCE = 8;

/** The rows that hold one of the words. @param isNext what the word after it must be, where one must follow */
export function rowsOf(
  words: readonly number[],
  rows: KeywordRows,
  isNext?: (word: number) => boolean,
): Candidates {
  let count = 0;
  for (const word of words) count += rows.byWord.count(word);
  return {
    count: isNext ? Math.ceil(count / FOLLOWED_AT_ONCE) : count,
    each(visit) {
      for (const word of words)
        if (isNext) rows.byWord.eachFollowed(word, isNext, visit);
        else rows.byWord.each(word, visit);
    },
  };
}
