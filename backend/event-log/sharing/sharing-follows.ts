import type { EventLog, Followed, FollowOptions } from '../event-log.js';
import { LiveReading } from './live-reading.js';
import { SharedReading } from './shared-reading.js';

export interface SharingOptions {
  /** A log that ends before this place (events or bytes, as the server counts) is read before others would have joined. */
  readonly shortBefore?: bigint;
  /** So long the others wait for one that takes nothing; then it goes on alone. */
  readonly patienceMs?: number;
  /** Followers that want nothing but these, and have caught up, share one subscription; absent: each keeps its own. */
  readonly live?: readonly string[];
}

/**
 * The same log, but its followers share subscriptions: those that begin with the first event at about the same time, and
 * those that have caught up. Each event is sent, parsed and checked once, however many read models take it. Each follower gets what it
 * would get alone, and goes on alone from its own place when the shared subscription ends or the others no longer
 * wait for it.
 */
export function sharingFollows(log: EventLog, options: SharingOptions = {}): EventLog {
  const { shortBefore = 20_000n, patienceMs = 30_000, live: livePrefixes } = options;
  const live = livePrefixes && new LiveReading(log, livePrefixes);
  let gathering: SharedReading | undefined;

  async function* follow(wanted: FollowOptions): AsyncGenerator<Followed, void, undefined> {
    const head = wanted.after === undefined ? await log.head() : undefined;
    if (head === undefined || head < shortBefore) {
      yield* live?.isFor(wanted.typePrefixes) ? live.follow(wanted) : log.follow(wanted);
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
