import type { EventLog, Followed, FollowOptions } from '../event-log.js';
import { placeOf, Sharer } from './sharer.js';

/** So far behind the newest item a follower may be that joins: what comes while it lets go of its own subscription. */
const REMEMBERED_ITEMS = 512;

type Placed = Exclude<Followed, { kind: 'caught-up' }>;

/** One running subscription, and what it gave lately. */
interface Reading {
  readonly sharers: Set<Sharer>;
  readonly stopping: AbortController;
  /** Everything after this place is in `recent`, oldest first. */
  from: bigint;
  recent: Placed[];
}

/**
 * One subscription for all followers that have caught up. It waits for nobody: who falls behind reads alone until it has caught up
 * again.
 */
export class LiveReading {
  private reading: Reading | undefined;

  constructor(
    private readonly log: EventLog,
    private readonly typePrefixes: readonly string[],
  ) {}

  /** Whether it gives everything that somebody wants. */
  isFor(wanted: readonly string[]): boolean {
    return wanted.every((type) => this.typePrefixes.some((prefix) => type.startsWith(prefix)));
  }

  async *follow(options: FollowOptions): AsyncGenerator<Followed, void, undefined> {
    const { signal, typePrefixes } = options;
    let place = options.after;
    while (!signal.aborted) {
      // A follower of rare events hears of none: whoever has caught up has at least everything that was there before.
      // Where the store cannot tell now, the first event after it is back does.
      const head = await this.log.head().catch(() => undefined);
      let isLive = false;
      for await (const item of this.log.follow({ ...options, after: place })) {
        if (item.kind !== 'caught-up') place = placeOf(item);
        else if (head !== undefined && (place === undefined || place < head)) place = head;
        isLive ||= item.kind === 'caught-up';
        yield item;
        if (isLive && this.canJoin(place)) break;
      }
      if (place === undefined) return;
      for await (const item of this.together(place, typePrefixes, signal)) {
        if (item.kind !== 'caught-up') place = placeOf(item);
        yield item;
      }
    }
  }

  /** Before the first event of all there is no place to go on from. */
  private canJoin(place: bigint | undefined): boolean {
    return place !== undefined && (this.reading === undefined || place >= this.reading.from);
  }

  /** Ends when it cannot go on together. */
  private async *together(
    place: bigint,
    typePrefixes: readonly string[],
    signal: AbortSignal,
  ): AsyncGenerator<Followed, void, undefined> {
    const reading = (this.reading ??= this.start(place));
    const sharer = new Sharer(typePrefixes, place);
    for (const item of reading.recent) sharer.offer(item);
    reading.sharers.add(sharer);
    const leave = () => sharer.leave();
    signal.addEventListener('abort', leave, { once: true });
    try {
      for (let items = await sharer.take(); items && !signal.aborted; items = await sharer.take())
        yield* items;
    } finally {
      signal.removeEventListener('abort', leave);
      sharer.leave();
      reading.sharers.delete(sharer);
      if (reading.sharers.size === 0) this.stop(reading);
    }
  }

  private start(from: bigint): Reading {
    const reading = { sharers: new Set<Sharer>(), stopping: new AbortController(), from, recent: [] };
    void this.read(reading);
    return reading;
  }

  private stop(reading: Reading): void {
    reading.stopping.abort();
    if (this.reading === reading) this.reading = undefined;
  }

  private async read(reading: Reading): Promise<void> {
    const { typePrefixes } = this;
    try {
      const { signal } = reading.stopping;
      for await (const item of this.log.follow({ after: reading.from, typePrefixes, signal })) {
        if (item.kind !== 'caught-up') remember(reading, item);
        for (const sharer of reading.sharers) {
          if (sharer.isFull) sharer.leave();
          else sharer.offer(item);
        }
      }
    } catch {
      // What cannot be read may concern few of them: each learns by itself what is wrong.
    }
    this.stop(reading);
    for (const sharer of reading.sharers) sharer.leave();
  }
}

/** Forgets half at a time, for each time the rest is moved. */
function remember(reading: Reading, item: Placed): void {
  reading.recent.push(item);
  if (reading.recent.length < 2 * REMEMBERED_ITEMS) return;
  const forgotten = reading.recent[REMEMBERED_ITEMS - 1];
  reading.recent = reading.recent.slice(REMEMBERED_ITEMS);
  if (forgotten) reading.from = placeOf(forgotten);
}
