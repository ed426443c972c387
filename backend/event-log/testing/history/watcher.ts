import { isOfTheStore, type SeenEvent, type Wanted } from './history.js';
import type { OpenSubscription, StoreDoor } from './store-door.js';

/** A subscriber that goes on from its last place whenever its subscription breaks. */
export class Watcher {
  #wanted: Wanted;
  #open: OpenSubscription | undefined;
  #reached = -1n;
  #isOver = false;

  constructor(private readonly first: Wanted) {
    this.#wanted = first;
  }

  /** Subscribes, unless the stream is no more. */
  watch(door: StoreDoor): void {
    if (this.#isOver) return;
    const subscription = door.subscribe(this.#wanted, (delivery) => {
      if (delivery.kind === 'caught-up') return;
      const isEvent = delivery.kind === 'event';
      this.#goOnAfter(
        isEvent ? delivery.event.position : delivery.position,
        isEvent ? delivery.event.revision : undefined,
      );
    });
    this.#open = subscription;
    void subscription.ended.then((end) => (this.#isOver ||= end !== 'broken'));
  }

  /** True once it has everything of this log. */
  has(log: readonly SeenEvent[]): boolean {
    const { first } = this;
    const isWanted = (entry: SeenEvent) =>
      first.of === 'stream'
        ? entry.stream === first.stream
        : (first.typePrefixes ?? ['']).some((prefix) => entry.type.startsWith(prefix));
    const last = log.filter((entry) => !isOfTheStore(entry) && isWanted(entry)).at(-1);
    return this.#isOver || last === undefined || this.#reached >= last.position;
  }

  async stop(): Promise<void> {
    this.#open?.stop();
    await this.#open?.ended;
  }

  #goOnAfter(position: bigint, revision: number | undefined): void {
    this.#reached = position > this.#reached ? position : this.#reached;
    if (this.#wanted.of === '$all') this.#wanted = { ...this.#wanted, after: position };
    else if (revision !== undefined) this.#wanted = { ...this.#wanted, after: revision };
  }
}
