import { setTimeout as delay } from 'node:timers/promises';
import { EventLogUnavailable } from '../errors.js';
import type { StoreConnection } from './store-connection.js';
import { readStoredAll } from './store-reads.js';
import { SEARCH_WINDOW_EVENTS } from './subscription-messages.js';

/** A subscription that is well says where it is more often than every so many events, whether they match or not. */
const LOOK_BACK_EVENTS = 4 * SEARCH_WINDOW_EVENTS;
const LONGEST_GRACE_MS = 1_000;

/**
 * Notices that a subscription is silent although the log holds what it should give. A connection that answers its
 * keep-alive pings tells nothing about one call on it: a server may fall silent there in the middle of an event.
 */
export class StallWatch {
  #heard = 0;
  #heardAtLastLook = -1;
  #isWaiting = false;
  #isLooking = false;
  readonly #timer: NodeJS.Timeout;

  constructor(
    private readonly connection: StoreConnection,
    private readonly typePrefixes: readonly string[],
    private readonly place: () => bigint | undefined,
    /** Told once at most. */
    private readonly onStall: (why: EventLogUnavailable) => void,
  ) {
    this.#timer = setInterval(() => void this.#look(), connection.silenceMs);
  }

  /** Waits for the subscription; while its reader is busy, silence means nothing. */
  async during<Result>(waiting: Promise<Result>): Promise<Result> {
    this.#isWaiting = true;
    try {
      return await waiting;
    } finally {
      this.#isWaiting = false;
      this.#heard++;
    }
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  async #look(): Promise<void> {
    const heard = this.#heard;
    const wasSilent = this.#isWaiting && heard === this.#heardAtLastLook;
    this.#heardAtLastLook = heard;
    if (!wasSilent || this.#isLooking) return;
    this.#isLooking = true;
    try {
      if (heard > 0 && !(await this.#isBehind())) return;
      await delay(Math.min(LONGEST_GRACE_MS, this.connection.silenceMs)); // what was just appended is on its way
      if (heard !== this.#heard) return;
      this.stop();
      this.onStall(new EventLogUnavailable(`a subscription fell silent at position ${this.place()}`));
    } catch {
      // The read has failed, and has replaced the connection where that was to blame: the follower hears of it there.
    } finally {
      this.#isLooking = false;
    }
  }

  async #isBehind(): Promise<boolean> {
    const place = this.place() ?? -1n;
    for await (const newest of this.#newest(1)) if (newest.position <= place) return false;
    let missed = 0;
    for await (const { position, type } of this.#newest(LOOK_BACK_EVENTS)) {
      if (position <= place) return false;
      if (this.typePrefixes.some((prefix) => type.startsWith(prefix))) return true;
      missed++;
    }
    return missed === LOOK_BACK_EVENTS;
  }

  #newest(maxCount: number) {
    return readStoredAll(this.connection, { backwards: true, maxCount });
  }
}
