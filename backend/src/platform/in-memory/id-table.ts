import { grown } from './grown.js';

const WORDS = 4;
const EMPTY = 0;
/** Room for the bytes of one id while it is written down. */
const BYTES = Buffer.alloc(WORDS * 4);

/** The first of the four 32-bit words, greatest first, of ids in `bytes`, the second, and so on. */
export function idWords(bytes: Buffer): Uint32Array {
  const words = new Uint32Array(bytes.length / 4);
  for (let i = 0; i < words.length; i += 1) words[i] = bytes.readUInt32BE(i * 4);
  return words;
}

/** The four words of an id as PostgreSQL writes it. */
export const wordsOfId = (id: string): Uint32Array => idWords(Buffer.from(id.replaceAll('-', ''), 'hex'));

/** UUIDs, 16 bytes each, numbered in the order in which they came; finds the number of one. */
export class IdTable {
  /** Number + 1 at the place that the id hashes to, or the next free one. Half of it stays empty. */
  private places = new Uint32Array(2_048);
  private words = new Uint32Array(0);
  private count = 0;

  get size(): number {
    return this.count;
  }

  /** Number of the id whose words begin at `at`; -1 where it is not here. */
  find(words: Uint32Array, at: number): number {
    for (let place = this.placeOf(words, at); ; place = (place + 1) & (this.places.length - 1)) {
      const number = (this.places[place] ?? EMPTY) - 1;
      if (number < 0 || this.compareWith(number, words, at) === 0) return number;
    }
  }

  /** Number of an id that is not here yet. */
  add(words: Uint32Array, at: number): number {
    const number = this.count++;
    this.words = grown(this.words, this.count * WORDS);
    this.words.set(words.subarray(at, at + WORDS), number * WORDS);
    if (this.count * 2 > this.places.length) this.spread();
    else this.put(number);
    return number;
  }

  /** Below 0 where `a` comes first, in the order of PostgreSQL. */
  compare(a: number, b: number): number {
    return this.compareWith(a, this.words, b * WORDS);
  }

  compareWith(number: number, words: Uint32Array, at: number): number {
    for (let word = 0; word < WORDS; word += 1) {
      const difference = (this.words[number * WORDS + word] ?? 0) - (words[at + word] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  }

  /** Word 0 (the greatest) to 3 of an id. */
  word(number: number, index: number): number {
    return this.words[number * WORDS + index] ?? 0;
  }

  text(number: number): string {
    for (let word = 0; word < WORDS; word += 1) BYTES.writeUInt32BE(this.word(number, word), word * 4);
    const hex = BYTES.toString('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  }

  private placeOf(words: Uint32Array, at: number): number {
    // Ids are hashes or random already.
    return ((words[at] ?? 0) ^ (words[at + 3] ?? 0)) & (this.places.length - 1);
  }

  private put(number: number): void {
    let place = this.placeOf(this.words, number * WORDS);
    while (this.places[place] !== EMPTY) place = (place + 1) & (this.places.length - 1);
    this.places[place] = number + 1;
  }

  private spread(): void {
    this.places = new Uint32Array(this.places.length * 2);
    for (let number = 0; number < this.count; number += 1) this.put(number);
  }
}
