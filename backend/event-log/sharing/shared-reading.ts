import type { EventLog, Followed, FollowOptions } from '../event-log.js';
import { placeOf, Sharer } from './sharer.js';

/** How long a follower from the first event waits for others. Rebuilds asked for together begin within this time of each other. */
const GATHERING_MS = 150;

/** One subscription from the first event, for all that ask for it at about the same time. */
export class SharedReading {
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
          if (item.kind !== 'caught-up') place = placeOf(item);
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
