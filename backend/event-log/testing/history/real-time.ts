/**
 * How much of the log must have been there at a moment: an operation that had ended by then has proved a number of
 * entries, and whatever begins later must come after them. Entries are proved in the order of completion.
 */
export class Proved {
  readonly #moments: number[] = [];
  readonly #entries: number[] = [];

  /** `completed` never falls from one call to the next. */
  add(completed: number, entries: number): void {
    this.#moments.push(completed);
    this.#entries.push(Math.max(entries, this.#entries.at(-1) ?? 0));
  }

  /** Entries proved by all that had completed before this moment. */
  before(moment: number): number {
    let [low, high] = [0, this.#moments.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#moments[middle] ?? Infinity) < moment) low = middle + 1;
      else high = middle;
    }
    return this.#entries[low - 1] ?? 0;
  }
}

/** One thing that took place at some point between two moments, with the log as long as it was at that point. */
export interface Step {
  readonly invoked: number;
  readonly completed: number;
  /** Given how many entries must have been there, the least number that explains it; reports when there is none. */
  readonly settle: (atLeast: number) => number;
}

/**
 * Gives each step the earliest point that explains it. If that leaves no contradiction no other choice can be
 * needed, for a later point only binds those that follow the more; if it leaves one, no choice is without.
 */
export function settleInOrder(steps: readonly Step[]): Proved {
  const proved = new Proved();
  for (const { invoked, completed, settle } of [...steps].sort((a, b) => a.completed - b.completed)) {
    const atLeast = proved.before(invoked);
    const entries = settle(atLeast);
    if (completed !== Infinity) proved.add(completed, Math.max(atLeast, entries));
  }
  return proved;
}
