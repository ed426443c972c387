import { EventLogUnavailable } from '../errors.js';

/** Bounds how long a read waits for the store, from one answer to the next; the time that its reader takes does not count. */
export class SilenceTimer {
  isLate = false;
  #isPaused = false;
  #act: ((error: EventLogUnavailable) => void) | undefined;
  readonly #timer: NodeJS.Timeout;

  constructor(
    private readonly silenceMs: number,
    private readonly doing: string,
  ) {
    this.#timer = setTimeout(() => this.#ring(), silenceMs);
  }

  /** Replaces what is done when it is too late. */
  onLate(act: (error: EventLogUnavailable) => void): void {
    this.#act = act;
    this.#timer.refresh();
  }

  /** The same promise, rejected when it is too late. */
  during<Result>(doing: Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.onLate(reject);
      doing.then(resolve, reject);
    });
  }

  pause(): void {
    this.#isPaused = true;
  }

  goOn(): void {
    this.#isPaused = false;
    this.#timer.refresh();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #ring(): void {
    if (this.#isPaused) return; // started anew by `goOn`
    this.isLate = true;
    this.#act?.(
      new EventLogUnavailable(`the store said nothing for ${this.silenceMs} ms while ${this.doing}`),
    );
  }
}
