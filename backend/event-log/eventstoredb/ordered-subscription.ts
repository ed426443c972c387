import {
  eventTypeFilter,
  START,
  type AllStreamResolvedEvent,
  type AllStreamSubscription,
  type EventStoreDBClient,
} from '@eventstore/db-client';
import type { StoredEvent } from '../codec/stored-event.js';
import { storedEvent } from './store-reads.js';

export type Delivery =
  | { readonly kind: 'event'; readonly event: StoredEvent }
  | { readonly kind: 'checkpoint'; readonly position: bigint }
  | { readonly kind: 'caught-up' };

/** Events held for a slow reader before the server is asked to wait; it may then end the subscription, and we resume. */
const BUFFER_EVENTS = 1_024;
/** The server tells where it is after searching this many events without a match. */
const SEARCH_WINDOW_EVENTS = 64;

/**
 * One subscription to `$all`, read ahead of its consumer into bounded memory, in the order of the server: the
 * client itself announces checkpoints and caught-up before the events that it still holds, and a consumer that
 * stored such a checkpoint would skip them after a restart.
 */
export class OrderedSubscription {
  readonly #subscription: AllStreamSubscription;
  #ready: Delivery[] = [];
  #taken = 0;
  /** Announcements that wait for the events which the client holds before them. */
  readonly #announced: { after: number; delivery: Delivery }[] = [];
  /** Events that came out of the client so far. */
  #emitted = 0;
  #end: { readonly error?: Error } | undefined;
  #wake: (() => void) | undefined;

  constructor(client: EventStoreDBClient, after: bigint | undefined, typePrefixes: readonly string[]) {
    this.#subscription = client.subscribeToAll({
      fromPosition: after === undefined ? START : { commit: after, prepare: after },
      filter: eventTypeFilter({
        prefixes: [...typePrefixes],
        checkpointInterval: 1,
        maxSearchWindow: SEARCH_WINDOW_EVENTS,
        checkpointReached: (_subscription, { commit }) =>
          this.#announce({ kind: 'checkpoint', position: commit }),
      }),
    });
    this.#subscription
      .on('data', (resolved: AllStreamResolvedEvent) => this.#take(resolved))
      .on('caughtUp', () => this.#announce({ kind: 'caught-up' }))
      // Stays for good: the client emits errors even on a subscription that was given up.
      .on('error', (error) => this.#finish({ error }))
      .on('end', () => this.#finish({}))
      .on('close', () => this.#finish({}));
  }

  /** The next delivery; undefined when the subscription has ended. @throws the error that ended it. */
  async next(): Promise<Delivery | undefined> {
    for (;;) {
      const delivery = this.#ready[this.#taken];
      if (delivery) {
        this.#taken++;
        if (this.#taken === this.#ready.length) {
          this.#ready = [];
          this.#taken = 0;
          if (this.#subscription.isPaused()) this.#subscription.resume();
        }
        return delivery;
      }
      if (this.#end?.error) throw this.#end.error;
      if (this.#end) return undefined;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  /** Drops what is held; `next` then says that it ended. */
  close(): void {
    this.#ready = [];
    this.#taken = 0;
    this.#finish({});
    // It fails only where the call never began.
    void this.#subscription.unsubscribe().catch(() => undefined);
  }

  #take(resolved: AllStreamResolvedEvent): void {
    this.#emitted++;
    const event = storedEvent(resolved);
    if (event) this.#deliver({ kind: 'event', event });
    while (this.#announced[0] && this.#announced[0].after <= this.#emitted)
      this.#deliver((this.#announced.shift() as { delivery: Delivery }).delivery);
    if (this.#ready.length - this.#taken >= BUFFER_EVENTS) this.#subscription.pause();
  }

  #announce(delivery: Delivery): void {
    const held = this.#subscription.readableLength;
    if (held === 0) this.#deliver(delivery);
    else this.#announced.push({ after: this.#emitted + held, delivery });
  }

  #deliver(delivery: Delivery): void {
    if (this.#end) return;
    this.#ready.push(delivery);
    this.#wake?.();
    this.#wake = undefined;
  }

  #finish(end: { readonly error?: Error }): void {
    this.#end ??= end;
    this.#wake?.();
    this.#wake = undefined;
  }
}
