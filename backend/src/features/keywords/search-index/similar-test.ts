import type { Characters } from './characters.js';
import type { KeywordRows } from './keyword-rows.js';
import { NOBODY, type RowTest } from './row-test.js';
import { rowsOf } from './substring-test.js';
import { trigramsOf } from './trigrams.js';
import type { Vocabulary } from './vocabulary.js';
import type { WordMarks } from './word-marks.js';
import { isSimilar } from './word-similarity.js';

/** Words whose trigrams are remembered at most. */
const MOST_REMEMBERED = 20_000;

/** Trigrams of words, as far as similar ones were looked for. */
export class RememberedTrigrams {
  private readonly sequences = new Map<number, readonly number[]>();

  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly characters: Characters,
  ) {}

  of(word: number): readonly number[] {
    let sequence = this.sequences.get(word);
    if (sequence) return sequence;
    if (this.sequences.size >= MOST_REMEMBERED) this.sequences.clear();
    sequence = trigramsOf(this.vocabulary.text(word), this.characters);
    this.sequences.set(word, sequence);
    return sequence;
  }
}

export interface SimilarRoom {
  readonly trigrams: RememberedTrigrams;
  /** By word, how many trigrams it shares with the text; all 0 between questions. */
  shared: Uint16Array;
  readonly alone: WordMarks;
}

/** A similar-test holds the room until it is done. */
export interface SimilarTest extends RowTest {
  done(): void;
}

/**
 * Rows whose name has a word similarity of a half or more with the text, by pg_trgm's measure. A row that shares fewer than half
 * of the text's trigrams cannot: that is seen from its words, and only the others are measured.
 */
export function similarTest(
  text: string,
  rows: KeywordRows,
  vocabulary: Vocabulary,
  characters: Characters,
  room: SimilarRoom,
): SimilarTest {
  const wanted = [...new Set(trigramsOf(text, characters))];
  const least = Math.ceil(wanted.length / 2);
  if (room.shared.length < vocabulary.size) room.shared = new Uint16Array(Math.ceil(vocabulary.size * 1.25));
  const { shared } = room;
  const touched: number[] = [];
  for (const trigram of wanted)
    vocabulary.eachWithTrigram(trigram, (word) => {
      if (shared[word] === 0) touched.push(word);
      shared[word] = (shared[word] ?? 0) + 1;
    });
  // Numbers of this question alone: those of the text come first.
  const numbers = new Map(wanted.map((trigram, number) => [trigram, number]));
  const isWanted = wanted.map(() => true);
  const numberOf = (trigram: number) => {
    let number = numbers.get(trigram);
    if (number === undefined) numbers.set(trigram, (number = numbers.size));
    return number;
  };
  let last = new Int32Array(1_024);
  const measure = (from: number, to: number): boolean => {
    const sequence: number[] = [];
    for (let at = from; at <= to; at += 1)
      for (const trigram of room.trigrams.of(rows.wordAt(at))) sequence.push(numberOf(trigram));
    if (last.length < numbers.size) last = new Int32Array(numbers.size * 2);
    return isSimilar(wanted.length, sequence, isWanted, last);
  };
  let asked = 0;
  room.alone.begin(vocabulary.size, () => measure(asked, asked));
  const mayShareEnough = rows.signatures.mayHave(wanted, least);
  return {
    fits(row) {
      if (!mayShareEnough(row)) return false;
      let sum = 0;
      let from = -1;
      let to = -1;
      const end = rows.end(row);
      for (let at = rows.start(row); at < end; at += 1) {
        const share = shared[rows.wordAt(at)] ?? 0;
        if (share === 0) continue;
        sum += share;
        if (from === -1) from = at;
        to = at;
      }
      if (sum < least || least === 0) return false;
      // Words that share nothing matter only between others. Where one word shares alone, it answers for all its rows.
      if (from !== to) return measure(from, to);
      asked = from;
      return room.alone.has(rows.wordAt(from));
    },
    candidates() {
      if (least === 0) return NOBODY;
      // Who shares `least` of them has one of any `wanted - least + 1`: the rarest ones are enough.
      const byRareness = wanted
        .map((trigram) => {
          const words: number[] = [];
          let count = 0;
          vocabulary.eachWithTrigram(trigram, (word) => {
            words.push(word);
            count += rows.byWord.count(word);
          });
          return { words, count };
        })
        .sort((a, b) => a.count - b.count);
      const words = new Set(byRareness.slice(0, wanted.length - least + 1).flatMap((rare) => rare.words));
      return rowsOf([...words], rows);
    },
    done() {
      for (const word of touched) shared[word] = 0;
    },
  };
}
