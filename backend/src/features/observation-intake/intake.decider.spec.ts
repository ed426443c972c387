import { describe, expect, it } from '@jest/globals';
import { decideIntake, streamsOf, type KnownFigure } from './intake.decider.js';
import { figureIdentity, metricsFingerprint, type PostedObservation } from './posted-observation.js';

const asked = { requestId: 'r-1', actor: 'visitor', workspace: 'demo', at: '2026-03-15T00:00:00.000Z' };
const volume = (value: number): PostedObservation['metrics'] => ({
  searchVolume: { value, relation: 'eq', kind: 'reported' },
});
const posted = (changes: Partial<PostedObservation> = {}): PostedObservation => ({
  keyword: 'wedding planner',
  marketplace: 'etsy',
  country: 'US',
  observedAt: '2026-03-14T09:30:00.000Z',
  source: 'a tool',
  metrics: volume(100),
  ...changes,
});
const nothing = new Map<string, KnownFigure>();
const afterwards = (items: readonly PostedObservation[], known = nothing) => {
  const result = new Map(known);
  for (const event of decideIntake(items, known, asked).events)
    result.set(figureIdentity('demo', { ...event.data, observedAt: event.metadata.occurredAt }), {
      newestId: event.id,
      standing: metricsFingerprint(event.data.metrics),
    });
  return result;
};

describe('decideIntake', () => {
  it('records a new figure with the moment that its source names', () => {
    const { events, duplicates } = decideIntake([posted()], nothing, asked);
    expect(duplicates).toBe(0);
    expect(events).toMatchObject([
      {
        type: 'observation.MetricsReported.v1',
        data: { keyword: 'wedding planner', source: 'a tool', metrics: volume(100) },
        metadata: { occurredAt: '2026-03-14T09:30:00.000Z', workspace: 'demo', correlationId: 'r-1' },
      },
    ]);
  });

  it('counts equal metrics for the same moment as a duplicate, in the same post too', () => {
    expect(decideIntake([posted(), posted()], nothing, asked)).toMatchObject({ duplicates: 1 });
    expect(decideIntake([posted()], afterwards([posted()]), asked)).toEqual({ events: [], duplicates: 1 });
  });

  it('takes a keyword in other case and with other blanks for the same one', () => {
    const again = posted({ keyword: 'Wedding  Planner' });
    expect(decideIntake([again], afterwards([posted()]), asked)).toEqual({ events: [], duplicates: 1 });
  });

  it.each([
    ['source', { source: 'another tool' }],
    ['marketplace', { marketplace: 'amazon' }],
    ['country', { country: 'GB' }],
    ['moment', { observedAt: '2026-03-14T09:30:00.001Z' }],
    ['keyword', { keyword: 'wedding planners' }],
  ] as const)('records a figure of another %s', (_what, changes) => {
    expect(decideIntake([posted(changes)], afterwards([posted()]), asked).events).toHaveLength(1);
  });

  it('records A, B, A as three, and each of them under an id of its own', () => {
    const items = [posted(), posted({ metrics: volume(200) }), posted()];
    const { events, duplicates } = decideIntake(items, nothing, asked);
    expect(duplicates).toBe(0);
    expect(new Set(events.map(({ id }) => id)).size).toBe(3);
  });

  it('gives the same post the same ids when it is decided again', () => {
    const ids = () =>
      decideIntake([posted(), posted({ country: 'DE' })], nothing, asked).events.map(({ id }) => id);
    expect(ids()).toEqual(ids());
  });

  it('records a retracted figure again under a new id when it is posted again', () => {
    const identity = figureIdentity('demo', posted());
    const [first] = decideIntake([posted()], nothing, asked).events;
    const retracted = new Map([[identity, { newestId: first?.id ?? '', standing: null }]]);
    const [again] = decideIntake([posted()], retracted, asked).events;
    expect(again?.id).toBeDefined();
    expect(again?.id).not.toBe(first?.id);
  });
});

describe('streamsOf', () => {
  it('puts a batch into one stream that its events name', () => {
    const { events } = decideIntake([posted(), posted({ country: 'DE' })], nothing, asked);
    expect(streamsOf(events)).toHaveLength(1);
    expect(streamsOf(events)[0]?.stream).toBe(streamsOf([...events])[0]?.stream);
    expect(streamsOf(events)[0]?.stream).not.toBe(streamsOf(events.slice(1))[0]?.stream);
  });

  it('cuts a batch that one append cannot take, and loses nothing', () => {
    const items = Array.from({ length: 1_000 }, (_, i) =>
      posted({ keyword: `${'長'.repeat(190)} ${i}`, source: 's'.repeat(100) }),
    );
    const { events } = decideIntake(items, nothing, asked);
    const streams = streamsOf(events);
    expect(streams.length).toBeGreaterThan(1);
    expect(streams.flatMap((part) => part.events)).toEqual(events);
  });
});
