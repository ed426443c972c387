import { randomUUID } from 'node:crypto';
import { EventStoreDBClient, jsonEvent, NO_STREAM } from '@eventstore/db-client';
import type { AnyNewEvent } from '../backend/event-log/event-log.js';
import { connectEventLog } from '../backend/event-log/eventstoredb/connect-event-log.js';
import { interleaved, rate, type Benchmark } from './figure.js';
import { observationStreams } from './observations.js';
import { BenchServers } from './servers.js';

const ROUNDS = 5;
const SINGLES = 2_000;
const BATCHED = 20_000;
const IN_FLIGHT = 64;

/** Runs `work` on every item, so many at a time. */
async function inFlight<T>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<unknown>,
): Promise<void> {
  const queue = items.values();
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (const item of queue) await work(item);
    }),
  );
}

type Append = (stream: string, events: readonly AnyNewEvent[]) => Promise<unknown>;

/** Our append path (validation, codec, metadata, expected revision) beside the bare client on the same store. */
export const appendBenchmark: Benchmark = {
  name: 'append',
  async run(say) {
    const servers = new BenchServers();
    try {
      const url = await servers.eventStore();
      const log = connectEventLog(url);
      const client = EventStoreDBClient.connectionString(url);
      const ours: Append = (stream, events) => log.append(stream, 'no-stream', events);
      const bare: Append = (stream, events) =>
        client.appendToStream(
          stream,
          events.map(({ id, type, data, metadata }) =>
            jsonEvent({ id, type, data: data, metadata: metadata }),
          ),
          { expectedRevision: NO_STREAM },
        );
      const singles = (append: Append) => async () => {
        const streams = [...observationStreams(SINGLES, randomUUID())];
        const events = streams.flatMap((stream) => stream.events);
        return rate(SINGLES, () =>
          inFlight(events, IN_FLIGHT, (event) => append(`observation-${event.id}`, [event])),
        );
      };
      const batches = (append: Append) => async () => {
        const streams = [...observationStreams(BATCHED, randomUUID())];
        return rate(BATCHED, () => inFlight(streams, 4, ({ stream, events }) => append(stream, events)));
      };
      say(
        `… ${SINGLES} single appends with ${IN_FLIGHT} in flight, then ${BATCHED} events 100 an append, ${ROUNDS} times each`,
      );
      const single = await interleaved(ROUNDS, { ours: singles(ours), bare: singles(bare) });
      const batch = await interleaved(ROUNDS, { ours: batches(ours), bare: batches(bare) });
      await log.close();
      await client.dispose();
      return [
        {
          figure: `append, one event each, ${IN_FLIGHT} in flight`,
          value: single.ours,
          unit: 'events/s',
          yardstick: 'bare client',
          yardstickValue: single.bare,
          target: { of: 'ratio', atLeast: 0.95 },
        },
        {
          figure: 'append, 100 events each, 4 in flight',
          value: batch.ours,
          unit: 'events/s',
          yardstick: 'bare client',
          yardstickValue: batch.bare,
          target: { of: 'ratio', atLeast: 0.95 },
        },
      ];
    } finally {
      await servers.stop();
    }
  },
};
