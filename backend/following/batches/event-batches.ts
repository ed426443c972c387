import type { AnyRecordedEvent, Followed } from '../../event-log/event-log.js';
import { weightOf } from './event-weight.js';

export interface GatheredBatch {
  readonly events: readonly AnyRecordedEvent[];
  /** Everything up to here was delivered; undefined where nothing says so. */
  readonly position: bigint | undefined;
  /** What was in the log when we joined has been delivered. */
  readonly caughtUp: boolean;
}

/** What one transaction takes at most; as much again is read ahead while it commits. */
export interface BatchLimits {
  readonly events: number;
  /** Of the bodies as stored, roughly. A single event may be bigger. */
  readonly bytes: number;
}

/** While reading the past a batch may fill for this long: a few big transactions instead of many small ones. */
const LINGER_MS = 200;
/**
 * Live batches begin at least this far apart: the first event after a calm is applied at once, and of hundreds a second
 * some share a transaction, so that five projections leave the processor to the readers. No event waits longer for it.
 */
const PACE_MS = 10;
/** Neighbours are alike, so weighing each event would be time lost: one stands for those after it. */
const WEIGH_EVERY = 8;

/**
 * Takes whatever has arrived, up to the limits. In the past it waits a moment for full batches, live hardly ever: while
 * one batch commits the next one gathers.
 */
export class EventBatches {
  private items: Followed[] = [];
  private weights: number[] = [];
  private events = 0;
  private bytes = 0;
  private delivered = 0;
  private lastWeight = 0;
  private ended = false;
  private failure: Error | undefined;
  private live = false;
  private lastTakenAt = -Infinity;
  private closed = false;
  private arrived: (() => void) | undefined;
  private taken: (() => void) | undefined;

  constructor(
    source: AsyncIterable<Followed>,
    private readonly limits: BatchLimits,
    /** The head of the log before we joined: reached as soon as we have caught up. */
    private readonly headAtJoin: bigint | undefined,
  ) {
    void this.gather(source);
  }

  /** Nothing has arrived that was not taken. */
  get empty(): boolean {
    return this.items.length === 0;
  }

  private async gather(source: AsyncIterable<Followed>): Promise<void> {
    try {
      for await (const item of source) {
        this.hold(item);
        if (this.live || this.items.length === 1 || this.fullness >= 1) this.arrived?.();
        while (this.fullness >= 2 && !this.closed)
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
    if (!this.ended && !this.closed && this.fullness < 1) {
      if (!this.live) await this.arrival(LINGER_MS);
      else await this.pace();
    }
    if (this.closed) return undefined;
    if (this.items.length === 0) {
      if (this.failure) throw this.failure;
      return undefined;
    }
    return this.take();
  }

  /** Somebody made sure that nothing of ours lies up to this place: counts as if the log had said so. */
  reach(position: bigint): void {
    this.hold({ kind: 'checkpoint', position });
    this.arrived?.();
  }

  /** Lets go of the source. What has arrived and was not taken is forgotten. */
  close(): void {
    this.closed = true;
    this.taken?.();
    this.arrived?.();
  }

  private hold(item: Followed): void {
    if (item.kind === 'event') {
      if (this.delivered++ % WEIGH_EVERY === 0) this.lastWeight = weightOf(item.event);
      this.events += 1;
      this.bytes += this.lastWeight;
    } else if (item.kind === 'caught-up') this.live = true;
    this.items.push(item);
    this.weights.push(item.kind === 'event' ? this.lastWeight : 0);
  }

  /** 1 where a batch is full. */
  private get fullness(): number {
    return Math.max(this.events / this.limits.events, this.bytes / this.limits.bytes);
  }

  private async pace(): Promise<void> {
    const left = this.lastTakenAt + PACE_MS - performance.now();
    if (left > 1) await new Promise<void>((resolve) => setTimeout(resolve, left));
  }

  private take(): GatheredBatch {
    this.lastTakenAt = performance.now();
    const events: AnyRecordedEvent[] = [];
    let position: bigint | undefined;
    let caughtUp = false;
    let count = 0;
    let bytes = 0;
    for (const item of this.items) {
      const full = events.length === this.limits.events || bytes >= this.limits.bytes;
      if (item.kind === 'event' && full) break;
      bytes += this.weights[count] ?? 0;
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
    this.weights = this.weights.slice(count);
    this.events -= events.length;
    this.bytes -= bytes;
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
