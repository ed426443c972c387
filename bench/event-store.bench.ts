import { type EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';
import {
  batchedAppends,
  catchUp,
  delivery,
  filteredCatchUp,
  readAll,
  readsOfTen,
  readStream,
  singleAppends,
} from './event-store/client-work.js';
import { Contestants, type Contestant } from './event-store/contestants.js';
import { smallObservation } from './event-store/small-observation.js';
import { interleaved, percentile, type Benchmark, type Figure } from './figure.js';

const ROUNDS = 5;
const SERIAL = 500;
const IN_FLIGHT = { appends: 4_000, width: 64 };
const BATCHES = { appends: 40, size: 500 };
const READ = 40_000;
const STREAM = 10_000;
const READS_OF_TEN = 500;
const FILTERED = { events: 300_000, matching: 300, inOneStream: 500 };
const DELIVERY = { perSecond: 500, seconds: 5 };
/** What a real EventStoreDB 23.10 takes for the filtered catch-ups on two cores. */
const REAL_SECONDS = { byType: 0.67, byStream: 0.41 };
const MOST_DELIVERY_MS = 10;
/** A fifth of what a real EventStoreDB holds. */
const MOST_MEGABYTES = 120;

interface Comparison {
  readonly figure: string;
  readonly unit: string;
  /** Share of the yardstick. */
  readonly atLeast: number;
  readonly work: (client: EventStoreDBClient) => Promise<number>;
}

/** One after another each append waits for a sync of its own. */
const SHARE = { serial: 0.4, appends: 0.8, reads: 0.9 };

async function beside(
  [ours, nothing]: readonly [Contestant, Contestant],
  { figure, unit, atLeast, work }: Comparison,
): Promise<Figure> {
  const { store, yardstick } = await interleaved(ROUNDS, {
    store: () => work(ours.client),
    yardstick: () => work(nothing.client),
  });
  return {
    figure,
    value: store,
    unit,
    yardstick: 'a server that stores nothing',
    yardstickValue: yardstick,
    target: { of: 'ratio', atLeast },
  };
}

async function appendsAndReads(both: readonly [Contestant, Contestant]): Promise<Figure[]> {
  const stream = `read-${randomUUID()}`;
  for (const { client } of both)
    for (let at = 0; at < STREAM; at += BATCHES.size)
      await client.appendToStream(
        stream,
        Array.from({ length: BATCHES.size }, (_, k) => jsonEvent(smallObservation(k))),
      );
  const comparisons: Comparison[] = [
    {
      figure: 'append, one after another',
      unit: 'appends/s',
      atLeast: SHARE.serial,
      work: (client) => singleAppends(client, SERIAL, 1),
    },
    {
      figure: `append, ${IN_FLIGHT.width} in flight`,
      unit: 'appends/s',
      atLeast: SHARE.appends,
      work: (client) => singleAppends(client, IN_FLIGHT.appends, IN_FLIGHT.width),
    },
    {
      figure: `append, ${BATCHES.size} events each, 4 in flight`,
      unit: 'events/s',
      atLeast: SHARE.appends,
      work: (client) => batchedAppends(client, BATCHES.appends, BATCHES.size),
    },
    { figure: 'read $all', unit: 'events/s', atLeast: SHARE.reads, work: (client) => readAll(client, READ) },
    {
      figure: `read a stream of ${STREAM}`,
      unit: 'events/s',
      atLeast: SHARE.reads,
      work: (client) => readStream(client, stream, STREAM),
    },
    {
      figure: 'read ten events',
      unit: 'reads/s',
      atLeast: SHARE.reads,
      work: (client) => readsOfTen(client, stream, READS_OF_TEN),
    },
    {
      figure: 'catch up on $all',
      unit: 'events/s',
      atLeast: SHARE.reads,
      work: (client) => catchUp(client, READ),
    },
  ];
  const measured: Figure[] = [];
  for (const comparison of comparisons) measured.push(await beside(both, comparison));
  return measured;
}

async function deliveries(both: readonly [Contestant, Contestant]): Promise<Figure[]> {
  const p99s: number[] = [];
  let resubscribed = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const { took, resubscribed: again } = await delivery(
      both[0].client,
      DELIVERY.perSecond,
      DELIVERY.seconds,
    );
    p99s.push(percentile(took, 99));
    resubscribed += again;
  }
  return [
    {
      figure: `append to delivered at ${DELIVERY.perSecond}/s, p99`,
      value: percentile(p99s, 50),
      unit: 'ms',
      target: { of: 'value', atMost: MOST_DELIVERY_MS },
    },
    {
      figure: 'forced resubscriptions',
      value: resubscribed,
      unit: 'in all',
      target: { of: 'value', atMost: 0 },
    },
  ];
}

async function filteredCatchUps({ client }: Contestant): Promise<Figure[]> {
  const rare = { type: `rare.${randomUUID()}`, stream: `rare-${randomUUID()}` };
  const commonSize = FILTERED.events / FILTERED.matching - 1;
  for (let index = 0; index < FILTERED.matching; index += 1) {
    await batchedAppends(client, 1, commonSize);
    await batchedAppends(client, 1, 1, rare.type);
  }
  await client.appendToStream(
    rare.stream,
    Array.from({ length: FILTERED.inOneStream }, (_, k) => jsonEvent(smallObservation(k))),
  );
  const { byType, byStream } = await interleaved(ROUNDS, {
    byType: () => filteredCatchUp(client, { type: rare.type }, FILTERED.matching),
    byStream: () => filteredCatchUp(client, { stream: rare.stream }, FILTERED.inOneStream),
  });
  const figure = (what: string, value: number, yardstickValue: number): Figure => ({
    figure: `catch up on ${FILTERED.events} more events, ${what}`,
    value,
    unit: 's',
    yardstick: 'a real EventStoreDB',
    yardstickValue,
    target: { of: 'ratio', atMost: 1 },
  });
  return [
    figure('1 in 1,000 of the type asked for', byType, REAL_SECONDS.byType),
    figure(`${FILTERED.inOneStream} of the stream asked for`, byStream, REAL_SECONDS.byStream),
  ];
}

/** The embedded event store beside a server of the same transport that stores nothing, through the same client. */
export const eventStoreBenchmark: Benchmark = {
  name: 'event-store',
  async run(say) {
    const contestants = new Contestants();
    try {
      const both = [await contestants.eventStore(), await contestants.nullStore(READ)] as const;
      say(`… appends, reads and catch-ups, ${ROUNDS} times each`);
      const figures = await appendsAndReads(both);
      say(`… ${DELIVERY.perSecond} events/s for ${DELIVERY.seconds} s, ${ROUNDS} times`);
      figures.push(...(await deliveries(both)));
      const memory: Figure = {
        figure: 'memory of the event store after all this',
        value: both[0].memory(),
        unit: 'MB',
        target: { of: 'value', atMost: MOST_MEGABYTES },
      };
      say(`… catching up with filters behind ${FILTERED.events} more events`);
      figures.push(...(await filteredCatchUps(both[0])), memory);
      return figures;
    } finally {
      await contestants.stop();
    }
  },
};
