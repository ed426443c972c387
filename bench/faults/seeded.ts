import { v5 as uuidV5 } from 'uuid';

const NAMESPACE = 'f1a0c0de-7d41-4c3e-9a55-0b1d2e3f4a5b';

/** Chance that is the same for the same seed (mulberry32). */
export class Seeded {
  private state: number;
  private ids = 0;

  constructor(readonly seed: number) {
    this.state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
  }

  /** From 0, below 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number, both ends included. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(items: readonly [T, ...T[]] | readonly T[]): T {
    const item = items[this.whole(0, items.length - 1)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }

  /** A UUID that no other of this seed has. `run` tells apart runs of the same seed that share a store. */
  id(run = ''): string {
    return uuidV5(`${run}|${this.seed}|${(this.ids += 1)}`, NAMESPACE);
  }
}
