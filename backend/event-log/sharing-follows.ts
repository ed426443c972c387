import type { EventLog, Followed, FollowOptions } from './event-log.js';

/** How long a follower from the first event waits for others. Rebuilds asked for together begin within this time of each other. */
const GATHERING_MS = 150;
/** Read ahead for a follower that is busy. */
const HELD_ITEMS = 2_048;

export interface SharingOptions {
  /** A log that ends before this place (events or bytes, as the server counts) is read before others would have joined. */
  readonly shortBefore?: bigint;
  /** So long the others wait for one that takes nothing; then it goes on alone. */
  readonly patienceMs?: number;
}

/**
 * The same log, but followers that begin with the first event at about the same time share one subscription: each
 * event is sent, parsed and checked once, however many read models are built anew. Each gets what it would get alone,
 * and goes on alone from its own place when the shared subscription ends or the others no longer wait for it.
 */
export function sharingFollows(log: EventLog, options: SharingOptions = {}): EventLog {
  const { shortBefore = 20_000n, patienceMs = 30_000 } = options;
  let gathering: SharedReading | undefined;
  async function* follow(wanted: FollowOptions): AsyncGenerator<Followed, void, undefined> {
    const head = wanted.after === undefined ? await log.head() : undefined;
    if (head === undefined || head < shortBefore) {
      yield* log.follow(wanted);
      return;
    }
    if (!gathering?.isGathering) gathering = new SharedReading(log, patienceMs);
    yield* gathering.follow(wanted);
  }
  return {
    append: (stream, expected, events) => log.append(stream, expected, events),
    readStream: (stream, from) => log.readStream(stream, from),
    readAll: (read) => log.readAll(read),
    follow,
    head: () => log.head(),
    ping: (timeoutMs) => log.ping(timeoutMs),
    close: () => log.close(),
  };
}

class SharedReading {
  isGathering = true;
  private readonly sharers = new Set<Sharer>();
  private readonly stopping = new AbortController();
  private starting: NodeJS.Timeout | undefined;

  constructor(
    private readonly log: EventLog,
    private readonly patienceMs: number,
  ) {}

  async *follow(options: FollowOptions): AsyncGenerator<Followed, void, undefined> {
    const { signal } = options;
    const sharer = new Sharer(options.typePrefixes);
    this.sharers.add(sharer);
    clearTimeout(this.starting);
    this.starting = setTimeout(() => void this.read(), GATHERING_MS);
    const leave = () => sharer.leave();
    signal.addEventListener('abort', leave, { once: true });
    let place: bigint | undefined;
    try {
      for (let items = await sharer.take(); items; items = await sharer.take())
        for (const item of items) {
          if (signal.aborted) return;
          if (item.kind !== 'caught-up') place = item.kind === 'event' ? item.event.position : item.position;
          yield item;
        }
    } finally {
      signal.removeEventListener('abort', leave);
      sharer.leave();
      this.sharers.delete(sharer);
      if (this.sharers.size === 0) this.stop();
    }
    if (!signal.aborted) yield* this.log.follow({ ...options, after: place });
  }

  private stop(): void {
    clearTimeout(this.starting);
    this.isGathering = false;
    this.stopping.abort();
  }

  private async read(): Promise<void> {
    this.isGathering = false;
    const typePrefixes = [...new Set([...this.sharers].flatMap((sharer) => sharer.typePrefixes))];
    try {
      const shared = this.log.follow({ after: undefined, typePrefixes, signal: this.stopping.signal });
      for await (const item of shared) {
        let isAnyFull = false;
        for (const sharer of this.sharers) {
          sharer.offer(item);
          isAnyFull ||= sharer.isFull;
        }
        if (isAnyFull) await this.untilRoom();
      }
    } catch {
      // What cannot be read may concern few of them: each learns by itself what is wrong.
    }
    for (const sharer of this.sharers) sharer.leave();
  }

  private async untilRoom(): Promise<void> {
    for (;;) {
      const full = [...this.sharers].filter((sharer) => sharer.isFull);
      if (full.length === 0) return;
      let timer: NodeJS.Timeout | undefined;
      const patience = new Promise<'over'>((resolve) => {
        timer = setTimeout(() => resolve('over'), this.patienceMs);
      });
      const waited = await Promise.race([patience, ...full.map((sharer) => sharer.taken())]);
      clearTimeout(timer);
      if (waited === 'over' && full.length < this.sharers.size) for (const sharer of full) sharer.leave();
    }
  }
}

/** One of several followers of a subscription: takes only what it asked for. */
class Sharer {
  private held: Followed[] = [];
  private hasLeft = false;
  private readonly wants = new Map<string, boolean>();
  private arrived: (() => void) | undefined;
  private emptied: (() => void) | undefined;

  constructor(readonly typePrefixes: readonly string[]) {}

  get isFull(): boolean {
    return !this.hasLeft && this.held.length >= HELD_ITEMS;
  }

  offer(item: Followed): void {
    if (this.hasLeft || (item.kind === 'event' && !this.wanted(item.event.type))) return;
    this.held.push(item);
    this.arrived?.();
  }

  /** Everything that has arrived, at least one item; undefined once it has left and nothing is held any more. */
  async take(): Promise<Followed[] | undefined> {
    while (this.held.length === 0) {
      if (this.hasLeft) return undefined;
      await new Promise<void>((resolve) => (this.arrived = resolve));
    }
    const taken = this.held;
    this.held = [];
    this.emptied?.();
    return taken;
  }

  taken(): Promise<void> {
    return new Promise((resolve) => (this.emptied = resolve));
  }

  leave(): void {
    this.hasLeft = true;
    this.arrived?.();
    this.emptied?.();
  }

  private wanted(type: string): boolean {
    let wanted = this.wants.get(type);
    if (wanted === undefined) {
      wanted = this.typePrefixes.some((prefix) => type.startsWith(prefix));
      this.wants.set(type, wanted);
    }
    return wanted;
  }
}
