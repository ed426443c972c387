import type { EventStoreDBClient } from '@eventstore/db-client';
import { openRead, type ReadCall } from './client-doors.js';
import { deliveryOf, type Delivery } from './subscription-answers.js';
import { subscriptionMessage } from './subscription-messages.js';

/** Held for a slow reader before the server is asked to wait; it may then end the subscription, and we resume. */
const HELD_MESSAGES_MAX = 2_048;
const HELD_BYTES_MAX = 16 * 1_048_576;

/**
 * One subscription to `$all`, read ahead of its consumer into bounded memory, in the order of the server.
 *
 * The client's own `subscribeToAll` announces checkpoints and caught-up before events that it still holds: who
 * stored such a checkpoint would skip those events after a restart. So this reads the call itself.
 */
export class OrderedSubscription {
  #held: Buffer[] = [];
  #taken = 0;
  #heldBytes = 0;
  #call: ReadCall | undefined;
  #end: { readonly error?: Error } | undefined;
  #wake: (() => void) | undefined;

  constructor(client: EventStoreDBClient, after: bigint | undefined, typePrefixes: readonly string[]) {
    openRead(client, subscriptionMessage(after, typePrefixes)).then(
      (call) => this.#listen(call),
      (error: unknown) => this.#finish({ error: error instanceof Error ? error : new Error(String(error)) }),
    );
  }

  /** What has arrived and was not taken yet, oldest first; undefined: wait for `more`. */
  take(): Delivery | undefined {
    for (;;) {
      const message = this.#held[this.#taken];
      if (!message) return undefined;
      this.#release(message);
      const delivery = deliveryOf(message);
      if (delivery) return delivery;
    }
  }

  /** True when there is more to take; false when the subscription has ended. @throws the error that ended it. */
  async more(): Promise<boolean> {
    while (this.#taken === this.#held.length) {
      if (this.#end?.error) throw this.#end.error;
      if (this.#end) return false;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
    return true;
  }

  /** Drops what is held; `more` then says that it ended. */
  close(): void {
    this.#finish({});
    this.#held = [];
    this.#taken = 0;
    this.#call?.cancel();
  }

  #listen(call: ReadCall): void {
    this.#call = call;
    // Stays for good: an error may come even after the subscription was given up.
    call.on('error', (error) => this.#finish({ error }));
    if (this.#end) {
      call.cancel();
      return;
    }
    call.on('data', (message: Buffer) => this.#hold(message));
    call.on('end', () => this.#finish({}));
  }

  #hold(message: Buffer): void {
    if (this.#end) return;
    this.#held.push(message);
    this.#heldBytes += message.length;
    if (this.#fullness >= 1) this.#call?.pause();
    this.#awake();
  }

  #release(message: Buffer): void {
    this.#taken++;
    this.#heldBytes -= message.length;
    if (this.#taken === this.#held.length || this.#taken >= HELD_MESSAGES_MAX) {
      this.#held = this.#held.slice(this.#taken);
      this.#taken = 0;
    }
    // Asked on before it runs dry, so that server and reader work at the same time.
    if (this.#call?.isPaused() && this.#fullness <= 0.5) this.#call.resume();
  }

  /** 1 where no more may be held. */
  get #fullness(): number {
    const messages = this.#held.length - this.#taken;
    return Math.max(messages / HELD_MESSAGES_MAX, this.#heldBytes / HELD_BYTES_MAX);
  }

  #finish(end: { readonly error?: Error }): void {
    this.#end ??= end;
    this.#awake();
  }

  #awake(): void {
    this.#wake?.();
    this.#wake = undefined;
  }
}
