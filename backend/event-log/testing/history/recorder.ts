import type { Operation, SubscriptionOperation } from './history.js';
import type { StoreDoor } from './store-door.js';

/** Writes down what clients do and hear, by one clock. */
export class Recorder {
  readonly operations: Operation[] = [];
  #clients = 0;
  #now = 0;

  /** The same door for one more client, with everything that passes it on record. */
  door(door: StoreDoor): StoreDoor {
    const client = this.#clients++;
    return {
      append: (stream, expected, events) =>
        this.#during(
          { kind: 'append', stream, expected, events, ...this.#begun(client), outcome: { kind: 'unknown' } },
          () => door.append(stream, expected, events),
        ),
      remove: (stream, how, expected) =>
        this.#during(
          { kind: 'remove', how, stream, expected, ...this.#begun(client), outcome: { kind: 'unknown' } },
          () => door.remove(stream, how, expected),
        ),
      read: (range) =>
        this.#during({ kind: 'read', range, ...this.#begun(client), outcome: { kind: 'unknown' } }, () =>
          door.read(range),
        ),
      subscribe: (wanted, deliver) => {
        const operation: SubscriptionOperation = {
          kind: 'subscription',
          wanted,
          ...this.#begun(client),
          deliveries: [],
          end: undefined,
        };
        this.operations.push(operation);
        const subscription = door.subscribe(wanted, (delivery) => {
          operation.deliveries.push({ ...delivery, at: this.#tick() });
          deliver(delivery);
        });
        const ended = subscription.ended.then((end) => {
          operation.end = end;
          operation.completed = this.#tick();
          return end;
        });
        return { stop: () => subscription.stop(), ended };
      },
      close: () => door.close(),
    };
  }

  // It is on record before it goes out: what is never answered may have been done all the same.
  async #during<Outcome, Recorded extends Operation & { outcome: Outcome; completed: number }>(
    operation: Recorded,
    run: () => Promise<Outcome & { readonly kind: string }>,
  ): Promise<Outcome> {
    this.operations.push(operation);
    const outcome = await run();
    if (outcome.kind !== 'unknown') {
      operation.outcome = outcome;
      operation.completed = this.#tick();
    }
    return outcome;
  }

  #begun(client: number): { client: number; invoked: number; completed: number } {
    return { client, invoked: this.#tick(), completed: Infinity };
  }

  #tick(): number {
    return this.#now++;
  }
}
