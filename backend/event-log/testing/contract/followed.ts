import assert from 'node:assert/strict';
import type { AnyRecordedEvent } from '../../event-log.js';
import type { StoreUnderTest } from './contract-case.js';

/** What a follower got so far. */
export class SeenByFollower {
  readonly events: AnyRecordedEvent[] = [];
  checkpoint = -1n;
  /** Events that came at or before a place that was said to be done. */
  overtaken = 0;
  caughtUp = false;
  failed: Error | undefined;
  #wake: (() => void) | undefined;

  constructor(private readonly patienceMs: number) {}

  idsIn(stream: string): string[] {
    return this.events.filter((event) => event.stream === stream).map(({ id }) => id);
  }

  changed(): void {
    this.#wake?.();
  }

  async until(condition: () => boolean, what: string): Promise<void> {
    const deadline = performance.now() + this.patienceMs;
    while (!condition()) {
      if (this.failed) throw this.failed;
      const left = deadline - performance.now();
      if (left <= 0) assert.fail(`${what} did not come; got ${this.events.length} events`);
      await new Promise<void>((resolve) => {
        // The condition may speak of more than what was seen.
        const timer = setTimeout(resolve, Math.min(left, 50));
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }
}

/** Follows while the body runs, and stops the follower by its signal. @returns all that it got. */
export async function followed(
  { log, patienceMs }: Pick<StoreUnderTest, 'log' | 'patienceMs'>,
  options: { after: bigint | undefined; typePrefixes: readonly string[] },
  body: (seen: SeenByFollower) => Promise<void>,
): Promise<SeenByFollower> {
  const seen = new SeenByFollower(patienceMs);
  const stopping = new AbortController();
  const following = (async () => {
    for await (const item of log.follow({ ...options, signal: stopping.signal })) {
      if (item.kind === 'event') {
        if (item.event.position <= seen.checkpoint) seen.overtaken++;
        seen.events.push(item.event);
      } else if (item.kind === 'checkpoint') seen.checkpoint = item.position;
      else seen.caughtUp = true;
      seen.changed();
    }
  })().catch((error: unknown) => {
    seen.failed = error instanceof Error ? error : new Error(String(error));
    seen.changed();
  });
  try {
    await body(seen);
  } finally {
    stopping.abort();
    await following;
  }
  if (seen.failed) throw seen.failed;
  return seen;
}
