import type { Violation, ViolationName } from './history.js';

/** Collects violations, each only once. */
export class Findings {
  readonly #found = new Map<string, Violation>();

  add(name: ViolationName, detail: string): void {
    this.#found.set(`${name}: ${detail}`, { name, detail });
  }

  get all(): readonly Violation[] {
    return [...this.#found.values()];
  }
}
