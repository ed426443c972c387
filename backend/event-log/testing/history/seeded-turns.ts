import type { SeededRandom } from './seeded-random.js';

/** Lets waiting tasks go on one at a time, in an order that the seed alone decides: threads without a clock. */
export class SeededTurns {
  #waiting: (() => void)[] = [];
  #isPumping = false;

  constructor(private readonly random: SeededRandom) {}

  /** Others may run before this resolves. */
  next(): Promise<void> {
    const turn = new Promise<void>((resolve) => this.#waiting.push(resolve));
    if (!this.#isPumping) this.#pump();
    return turn;
  }

  #pump(): void {
    this.#isPumping = this.#waiting.length > 0;
    if (!this.#isPumping) return;
    // A whole turn of the event loop: what the task before set in motion has come to its next wait by then.
    setImmediate(() => {
      const [go] = this.#waiting.splice(this.random.below(this.#waiting.length), 1);
      go?.();
      this.#pump();
    });
  }
}
