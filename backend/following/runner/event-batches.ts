import type { AnyRecordedEvent, Followed } from '../../event-log/event-log.js';

export interface GatheredBatch {
  readonly events: readonly AnyRecordedEvent[];
  /** Everything up to here was delivered; undefined where nothing says so. */
  readonly position: bigint | undefined;
  /** What was in the log when we joined has been delivered. */
  readonly caughtUp: boolean;
}

/** While reading the past, a short wait lets a batch fill: a few big transactions instead of many small ones. */
const LINGER_MS = 15;

/**
 * Takes whatever has arrived, up to `limit` events. In the past it waits a moment for full batches, live it never
 * waits: while one batch commits the next one gathers.
 */
export class EventBatches {
  private items: Followed[] = [];
  private events = 0;
  private ended = false;
  private failure: Error | undefined;
  private live = false;
  private closed = false;
  private arrived: (() => void) | undefined;
  private taken: (() => void) | undefined;

  constructor(
    source: AsyncIterable<Followed>,
    private readonly limit: number,
    /** The head of the log before we joined: reached as soon as we have caught up. */
    private readonly headAtJoin: bigint | undefined,
  ) {
    void this.gather(source);
  }

  private async gather(source: AsyncIterable<Followed>): Promise<void> {
    try {
      for await (const item of source) {
        this.items.push(item);
        if (item.kind === 'event') this.events += 1;
        else if (item.kind === 'caught-up') this.live = true;
        if (this.live || this.items.length === 1 || this.events >= this.limit) this.arrived?.();
        while (this.events >= 2 * this.limit && !this.closed)
          await new Promise<void>((resolve) => (this.taken = resolve));
        if (this.closed) break;
      }
    } catch (error) {
      this.failure = error instanceof Error ? error : new Error(String(error));
    }
    this.ended = true;
    this.arrived?.();
  }

  /** Undefined once the source has ended. What the source throws is thrown after all that came before it. */
  async next(): Promise<GatheredBatch | undefined> {
    while (this.items.length === 0 && !this.ended && !this.closed) await this.arrival();
    if (!this.live && !this.ended && !this.closed && this.events < this.limit) await this.arrival(LINGER_MS);
    if (this.closed) return undefined;
    if (this.items.length === 0) {
      if (this.failure) throw this.failure;
      return undefined;
    }
    return this.take();
  }

  /** Somebody made sure that nothing of ours lies up to this place: counts as if the log had said so. */
  reach(position: bigint): void {
    this.items.push({ kind: 'checkpoint', position });
    this.arrived?.();
  }

  /** Lets go of the source. What has arrived and was not taken is forgotten. */
  close(): void {
    this.closed = true;
    this.taken?.();
    this.arrived?.();
  }

  private take(): GatheredBatch {
    const events: AnyRecordedEvent[] = [];
    let position: bigint | undefined;
    let caughtUp = false;
    let count = 0;
    for (const item of this.items) {
      if (item.kind === 'event' && events.length === this.limit) break;
      count += 1;
      if (item.kind === 'event') {
        events.push(item.event);
        position = later(position, item.event.position);
      } else if (item.kind === 'checkpoint') {
        position = later(position, item.position);
      } else {
        caughtUp = true;
        position = later(position, this.headAtJoin);
      }
    }
    this.items = this.items.slice(count);
    this.events -= events.length;
    this.taken?.();
    return { events, position, caughtUp };
  }

  private arrival(timeoutMs?: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = timeoutMs === undefined ? undefined : setTimeout(resolve, timeoutMs);
      this.arrived = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

function later(one: bigint | undefined, other: bigint | undefined): bigint | undefined {
  if (one === undefined) return other;
  return other === undefined || other < one ? one : other;
}
