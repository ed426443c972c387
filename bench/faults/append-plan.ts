import type { AnyNewEvent } from '../../backend/event-log/event-log.js';
import type { Seeded } from './seeded.js';

/** Events that belong together, and where they are to stand. */
export interface Writing {
  readonly stream: string;
  /** `decided`: at whatever revision the stream has when it is read, as a decider's events are. */
  readonly expected: 'no-stream' | number | 'decided';
  readonly events: readonly AnyNewEvent[];
}

/** What one client writes, one thing after another. */
export type ClientPlan = readonly Writing[];

const metadata = {
  correlationId: 'faults',
  causationId: 'faults',
  occurredAt: '2026-03-14T09:30:00.000Z',
  actor: 'faults',
  producer: 'faults/1',
} as const;

const figure = (random: Seeded, run: string): AnyNewEvent => ({
  id: random.id(run),
  type: 'observation.MetricsReported.v1',
  data: {
    marketplace: 'etsy',
    country: 'US',
    keyword: `keyword ${random.whole(1, 50)}`,
    source: 'x'.repeat(random.whole(1, 90)),
    origin: 'sandbox',
    metrics: { searchVolume: { value: random.whole(0, 1_000_000), relation: 'eq', kind: 'reported' } },
  },
  metadata,
});

const tracked = (random: Seeded, run: string): AnyNewEvent => ({
  id: random.id(run),
  type: 'tracking.KeywordTracked.v1',
  data: {
    trackedKeywordId: random.id(run),
    workspace: 'demo',
    keyword: `keyword ${random.whole(1, 50)}`,
    marketplace: 'etsy',
    country: 'US',
  },
  metadata,
});

/**
 * Looks with a stream each, posted batches, streams that grow by exact revisions, and one stream that all clients decide
 * on: the ways in which the product appends. `run` tells apart repeats of a seed on the same store.
 */
export function planAppends(random: Seeded, run: string): ClientPlan[] {
  const shared = `trackedKeyword-${random.id(run)}`;
  return Array.from({ length: random.whole(2, 5) }, () =>
    Array.from({ length: random.whole(4, 10) }, () =>
      random.pick(['look', 'batch', 'chain', 'decide']),
    ).flatMap((kind): Writing[] => {
      if (kind === 'decide') return [{ stream: shared, expected: 'decided', events: [tracked(random, run)] }];
      if (kind === 'chain') {
        const stream = `trackedKeyword-${random.id(run)}`;
        const events = Array.from({ length: random.whole(2, 5) }, () => tracked(random, run));
        return events.map((event, index) => ({
          stream,
          expected: index === 0 ? 'no-stream' : index - 1,
          events: [event],
        }));
      }
      const events = Array.from({ length: kind === 'batch' ? random.whole(2, 60) : 1 }, () =>
        figure(random, run),
      );
      return [{ stream: `observation-${random.id(run)}`, expected: 'no-stream', events }];
    }),
  );
}
