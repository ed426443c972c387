import {
  END,
  eventTypeFilter,
  START,
  streamNameFilter,
  type AllStreamSubscription,
  type StreamSubscription,
} from '@eventstore/db-client';
import assert from 'node:assert/strict';
import type { StoreUnderTest } from './contract-case.js';

/** What a subscription gave so far, in order: `3` an event by its revision, other happenings by their name. */
export class WatchedSubscription {
  readonly log: (number | 'confirmation' | 'caughtUp' | 'checkpoint' | 'end')[] = [];
  readonly streams: string[] = [];
  readonly checkpoints: bigint[] = [];
  readonly positions: bigint[] = [];
  error: Error | undefined;
  #changed: (() => void)[] = [];

  constructor(
    readonly subscription: AllStreamSubscription | StreamSubscription,
    private readonly patienceMs: number,
  ) {
    const anyKind = subscription as AllStreamSubscription;
    anyKind.on('confirmation', () => this.#note('confirmation'));
    anyKind.on('caughtUp', () => this.#note('caughtUp'));
    anyKind.on('end', () => this.#note('end'));
    anyKind.on('error', (error) => {
      this.error = error;
      this.#note('end');
    });
    anyKind.on('data', ({ event }) => {
      if (!event) return;
      this.streams.push(event.streamId);
      this.positions.push(event.position.commit);
      this.#note(Number(event.revision));
    });
  }

  get revisions(): number[] {
    return this.log.filter((entry) => typeof entry === 'number');
  }

  checkpoint(position: bigint): void {
    this.checkpoints.push(position);
    this.#note('checkpoint');
  }

  /** Waits until the condition holds. @throws when it does not in time, with what had come. */
  async until(condition: () => boolean, what: string): Promise<void> {
    const deadline = performance.now() + this.patienceMs;
    while (!condition()) {
      const left = deadline - performance.now();
      if (left <= 0) assert.fail(`${what} did not come; got ${JSON.stringify(this.log)}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.#changed.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  count(entry: 'confirmation' | 'caughtUp' | 'checkpoint' | 'end'): number {
    return this.log.filter((noted) => noted === entry).length;
  }

  #note(entry: (typeof this.log)[number]): void {
    this.log.push(entry);
    for (const wake of this.#changed.splice(0)) wake();
  }
}

export function watchStream(
  { client, patienceMs }: StoreUnderTest,
  stream: string,
  from: bigint | 'start' | 'end' = 'start',
): WatchedSubscription {
  const fromRevision = from === 'start' ? START : from === 'end' ? END : from;
  return new WatchedSubscription(client.subscribeToStream(stream, { fromRevision }), patienceMs);
}

export type AllFilter =
  | { readonly on: 'type' | 'stream'; readonly prefixes: string[] }
  | { readonly on: 'type' | 'stream'; readonly regex: string };

/** `$all` after a position, where only what passes the filter comes. */
export function watchAll(
  { client, patienceMs }: StoreUnderTest,
  after: bigint | 'start' | 'end',
  filter: AllFilter,
  every: { checkpointInterval: number; maxSearchWindow: number } = {
    checkpointInterval: 1,
    maxSearchWindow: 32,
  },
): WatchedSubscription {
  const checkpointReached = (_subscription: unknown, { commit }: { commit: bigint }) =>
    watched.checkpoint(commit);
  const given = 'regex' in filter ? { regex: filter.regex } : { prefixes: filter.prefixes };
  const options = { ...given, ...every, checkpointReached };
  const subscription = client.subscribeToAll({
    fromPosition: after === 'start' ? START : after === 'end' ? END : { commit: after, prepare: after },
    filter: filter.on === 'type' ? eventTypeFilter(options as never) : streamNameFilter(options as never),
  });
  const watched = new WatchedSubscription(subscription, patienceMs);
  return watched;
}
