import {
  type EventStoreDBClient,
  eventTypeFilter,
  FORWARDS,
  jsonEvent,
  START,
  streamNameFilter,
  type AllStreamRecordedEvent,
  type AllStreamSubscription,
} from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';
import { rate } from '../figure.js';
import { smallObservation } from './small-observation.js';

const event = (index: number, type = smallObservation(0).type) =>
  jsonEvent({ ...smallObservation(index), type });
const events = (count: number, type?: string) => Array.from({ length: count }, (_, k) => event(k, type));
const times = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** Runs `work` on 0, 1, … `count` − 1, so many at a time. */
async function inFlight(
  count: number,
  width: number,
  work: (index: number) => Promise<unknown>,
): Promise<void> {
  const queue = times(count).values();
  await Promise.all(
    times(width).map(async () => {
      for (const index of queue) await work(index);
    }),
  );
}

/** Appends of one event each a second, `width` of them under way. */
export const singleAppends = (client: EventStoreDBClient, count: number, width: number): Promise<number> => {
  const run = randomUUID();
  return rate(count, () =>
    inFlight(count, width, (index) => client.appendToStream(`single-${run}-${index % 100}`, [event(index)])),
  );
};

/** Events a second in appends of `size`, four of them under way. */
export const batchedAppends = (
  client: EventStoreDBClient,
  appends: number,
  size: number,
  type?: string,
): Promise<number> => {
  const run = randomUUID();
  return rate(appends * size, () =>
    inFlight(appends, 4, (index) => client.appendToStream(`batch-${run}-${index}`, events(size, type))),
  );
};

/** Events a second of `$all` from its start. */
export const readAll = (client: EventStoreDBClient, count: number): Promise<number> =>
  rate(count, () =>
    counted(client.readAll({ direction: FORWARDS, fromPosition: START, maxCount: count }), count),
  );

/** Events a second of one stream. */
export const readStream = (client: EventStoreDBClient, stream: string, count: number): Promise<number> =>
  rate(count, () =>
    counted(client.readStream(stream, { direction: FORWARDS, fromRevision: START, maxCount: count }), count),
  );

/** Reads a second of the first ten events of a stream, one read after another. */
export const readsOfTen = (client: EventStoreDBClient, stream: string, reads: number): Promise<number> =>
  rate(reads, async () => {
    for (let index = 0; index < reads; index += 1)
      await counted(
        client.readStream(stream, { direction: FORWARDS, fromRevision: START, maxCount: 10 }),
        10,
      );
  });

async function counted(read: AsyncIterable<unknown>, expected: number): Promise<void> {
  let seen = 0;
  for await (const _ of read) seen += 1;
  if (seen !== expected) throw new Error(`read ${seen} events of ${expected}`);
}

/** Events a second of a subscription to `$all` from the start, until it has sent so many. */
export const catchUp = (client: EventStoreDBClient, count: number): Promise<number> =>
  rate(count, () => followed(client.subscribeToAll({ fromPosition: START }), count));

/** Seconds until a subscription with a filter has got `matching` events and caught up. */
export async function filteredCatchUp(
  client: EventStoreDBClient,
  filter: { readonly type: string } | { readonly stream: string },
  matching: number,
): Promise<number> {
  const chosen =
    'type' in filter
      ? eventTypeFilter({ prefixes: [filter.type], checkpointInterval: 32 })
      : streamNameFilter({ prefixes: [filter.stream], checkpointInterval: 32 });
  const startedAt = performance.now();
  let seen = 0;
  const subscription = client.subscribeToAll({ fromPosition: START, filter: chosen });
  await new Promise<void>((resolve, reject) => {
    subscription
      .on('data', () => (seen += 1))
      .on('caughtUp', resolve)
      .on('error', reject);
  });
  const seconds = (performance.now() - startedAt) / 1_000;
  await subscription.unsubscribe();
  if (seen !== matching) throw new Error(`the filter let ${seen} events through of ${matching}`);
  return seconds;
}

function followed(subscription: AllStreamSubscription, count: number): Promise<void> {
  let seen = 0;
  return new Promise((resolve, reject) => {
    subscription
      .on('data', () => {
        seen += 1;
        if (seen === count) subscription.unsubscribe().then(resolve, reject);
      })
      .on('error', reject);
  });
}

export interface Delivery {
  /** Milliseconds from the call of append until the event was in the follower's hands, one for each event. */
  readonly took: readonly number[];
  readonly resubscribed: number;
}

/** Appends `perSecond` events a second for `seconds` while another call follows them. */
export async function delivery(
  client: EventStoreDBClient,
  perSecond: number,
  seconds: number,
): Promise<Delivery> {
  const run = randomUUID();
  const total = perSecond * seconds;
  const sent = new Map<string, number>();
  const took: number[] = [];
  let resubscribed = 0;
  let from: AllStreamRecordedEvent['position'] | 'end' = 'end';
  let stop = (): Promise<void> => Promise.resolve();
  const all = Promise.withResolvers<void>();
  const follow = (): Promise<void> =>
    new Promise((ready) => {
      const filter = streamNameFilter({ prefixes: [`delivery-${run}`] });
      const subscription = client.subscribeToAll({ fromPosition: from, filter });
      stop = () => subscription.unsubscribe();
      subscription
        .on('data', ({ event: seen }) => {
          if (seen === undefined) return;
          from = seen.position;
          const at = sent.get(seen.id);
          if (at !== undefined) took.push(performance.now() - at);
          if (took.length === total) all.resolve();
        })
        .on('caughtUp', ready)
        .on('error', () => {
          resubscribed += 1;
          void follow();
        });
    });
  await follow();
  const startedAt = performance.now();
  const appends: Promise<unknown>[] = [];
  for (let index = 0; index < total; index += 1) {
    const due = startedAt + (index * 1_000) / perSecond;
    const early = due - performance.now();
    if (early > 1) await new Promise((resolve) => setTimeout(resolve, early));
    const next = event(index);
    sent.set(next.id, performance.now());
    appends.push(client.appendToStream(`delivery-${run}-${index % 50}`, [next]));
  }
  await Promise.all([...appends, all.promise]);
  await stop();
  return { took, resubscribed };
}
