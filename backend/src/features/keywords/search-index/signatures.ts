import { grown } from '../../../platform/in-memory/grown.js';

const WORDS = 4;
/** A trigram's bit is a number of seven bits: one of 128. */
const SHIFT = 32 - 7;

const bitOf = (trigram: number): number => Math.imul(trigram, 0x9e3779b1) >>> SHIFT;

/** How many bits of a 32-bit number are set. */
function bits(number: number): number {
  let n = number - ((number >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * 128 bits for each thing, one of which is set for each of its trigrams: whoever has many trigrams has their bits. So most things
 * that share too little with a text are seen from 16 bytes that lie together.
 */
export class Signatures {
  private words = new Uint32Array(0);

  /** The trigram belongs to the thing. */
  add(number: number, trigram: number): void {
    this.words = grown(this.words, (number + 1) * WORDS);
    const bit = bitOf(trigram);
    const at = number * WORDS + (bit >>> 5);
    this.words[at] = (this.words[at] ?? 0) | (1 << (bit & 31));
  }

  /** All that belongs to a thing of the other kind belongs to this one. */
  addAll(number: number, other: Signatures, its: number): void {
    this.words = grown(this.words, (number + 1) * WORDS);
    for (let i = 0; i < WORDS; i += 1) {
      const at = number * WORDS + i;
      this.words[at] = (this.words[at] ?? 0) | (other.words[its * WORDS + i] ?? 0);
    }
  }

  /** Answers whether a thing may have `least` of the trigrams: false where it has not. */
  mayHave(trigrams: readonly number[], least: number): (number: number) => boolean {
    const mask = new Uint32Array(WORDS);
    for (const trigram of trigrams) {
      const bit = bitOf(trigram);
      mask[bit >>> 5] = (mask[bit >>> 5] ?? 0) | (1 << (bit & 31));
    }
    const [a = 0, b = 0, c = 0, d = 0] = mask;
    // Where two trigrams have one bit, one that is set may stand for both.
    const atLeast = least - (trigrams.length - bits(a) - bits(b) - bits(c) - bits(d));
    return (number) => {
      const { words } = this;
      const at = number * WORDS;
      return (
        bits((words[at] ?? 0) & a) +
          bits((words[at + 1] ?? 0) & b) +
          bits((words[at + 2] ?? 0) & c) +
          bits((words[at + 3] ?? 0) & d) >=
        atLeast
      );
    };
  }
}
