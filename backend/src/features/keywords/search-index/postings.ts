import { grown } from '../../../platform/in-memory/grown.js';

const NONE = 0;

/** Shows each number with its key, and the key that follows there, if one does. */
export type EachPosting = (visit: (key: number, number: number, follower?: number) => void) => void;

const NOBODY = 0xffffffff;

/**
 * For each key (a word, a place, a pair of letters…) the numbers that were put to it. Those that come in one go lie side by side,
 * in the order in which they came; later ones hang in chains, so that adding one is a step and nothing is ever made anew.
 */
export class Postings {
  /** Side by side: key k has the numbers from the k-th start to the next one. */
  private starts = new Uint32Array(1);
  private filled = new Uint32Array(0);
  private followers = new Uint32Array(0);
  /** Chains: by key, the entry + 1 that came last. */
  private heads = new Uint32Array(0);
  private counts = new Uint32Array(0);
  private next = new Uint32Array(0);
  private numbers = new Uint32Array(0);
  private size = 0;

  /** Takes all numbers at once; nothing may be here yet. `each` is gone through twice. */
  fill(keys: number, each: EachPosting): void {
    const starts = new Uint32Array(keys + 1);
    each((key) => {
      starts[key + 1] = (starts[key + 1] ?? 0) + 1;
    });
    for (let key = 0; key < keys; key += 1) starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0);
    const places = starts.slice();
    const filled = new Uint32Array(starts[keys] ?? 0);
    const followers = new Uint32Array(filled.length);
    each((key, number, follower = NOBODY) => {
      const place = places[key] ?? 0;
      places[key] = place + 1;
      filled[place] = number;
      followers[place] = follower;
    });
    this.starts = starts;
    this.filled = filled;
    this.followers = followers;
  }

  add(key: number, number: number): void {
    if (key >= this.heads.length) {
      this.heads = grown(this.heads, key + 1);
      this.counts = grown(this.counts, key + 1);
    }
    const entry = this.size++;
    this.next = grown(this.next, this.size);
    this.numbers = grown(this.numbers, this.size);
    this.next[entry] = this.heads[key] ?? NONE;
    this.numbers[entry] = number;
    this.heads[key] = entry + 1;
    this.counts[key] = (this.counts[key] ?? 0) + 1;
  }

  count(key: number): number {
    return (this.counts[key] ?? 0) + this.end(key) - (this.starts[key] ?? 0);
  }

  each(key: number, visit: (number: number) => void): void {
    const end = this.end(key);
    for (let i = this.starts[key] ?? 0; i < end; i += 1) visit(this.filled[i] ?? 0);
    this.eachLater(key, visit);
  }

  /** Those after which a key follows that `isWanted` wants, and all that came later: of these nobody wrote down what follows. */
  eachFollowed(key: number, isWanted: (follower: number) => boolean, visit: (number: number) => void): void {
    const end = this.end(key);
    for (let i = this.starts[key] ?? 0; i < end; i += 1) {
      const follower = this.followers[i] ?? NOBODY;
      if (follower !== NOBODY && isWanted(follower)) visit(this.filled[i] ?? 0);
    }
    this.eachLater(key, visit);
  }

  private eachLater(key: number, visit: (number: number) => void): void {
    for (let entry = this.heads[key] ?? NONE; entry !== NONE; entry = this.next[entry - 1] ?? NONE)
      visit(this.numbers[entry - 1] ?? 0);
  }

  private end(key: number): number {
    return this.starts[key + 1] ?? this.starts[key] ?? 0;
  }
}

/** Postings by keys that are not numbered from 0: letters, trigrams. */
export class KeyedPostings {
  private readonly keys = new Map<number, number>();
  private readonly postings = new Postings();

  add(key: number, number: number): void {
    let dense = this.keys.get(key);
    if (dense === undefined) this.keys.set(key, (dense = this.keys.size));
    this.postings.add(dense, number);
  }

  count(key: number): number {
    const dense = this.keys.get(key);
    return dense === undefined ? 0 : this.postings.count(dense);
  }

  each(key: number, visit: (number: number) => void): void {
    const dense = this.keys.get(key);
    if (dense !== undefined) this.postings.each(dense, visit);
  }
}
