import { describe, expect, it } from '@jest/globals';
import { InvalidEvent, UnreadableEvent } from '../errors.js';
import { priceQuotedCatalogue } from '../testing/price-quoted/catalogue.js';
import { reportedFigures } from '../testing/sample-events.js';
import { createEventCodec, createProductCodec, type EventToEncode } from './event-codec.js';
import type { EncodedEvent, StoredEvent } from './stored-event.js';

const NOW = '2026-11-23T10:00:00.000Z';
const codec = createProductCodec();
const broken = (change: Partial<EventToEncode>): EventToEncode => ({ ...reportedFigures(), ...change });
const stored = (event: EncodedEvent, change: Partial<StoredEvent> = {}): StoredEvent => ({
  id: event.id,
  type: event.type,
  stream: 'observation-x',
  revision: 3,
  position: 77n,
  data: JSON.parse(event.data.toString()),
  metadata: JSON.parse(event.metadata.toString()),
  ...change,
});

describe('writing an event', () => {
  it('gives JSON that reads back as the same event', () => {
    const event = reportedFigures();
    expect(codec.decode(stored(codec.encode(event, NOW)))).toEqual({
      id: event.id,
      type: event.type,
      data: event.data,
      metadata: { ...event.metadata, recordedAt: NOW },
      stream: 'observation-x',
      revision: 3,
      position: 77n,
    });
  });

  it('sets recordedAt to the moment of writing, whatever the writer says', () => {
    const claimed = { ...reportedFigures().metadata, recordedAt: '2001-01-01T00:00:00.000Z' };
    const encoded = codec.encode(broken({ metadata: claimed }), NOW);
    expect(JSON.parse(encoded.metadata.toString())).toHaveProperty('recordedAt', NOW);
  });

  it('keeps the recordedAt of a simulated event', () => {
    const past = {
      ...reportedFigures().metadata,
      recordedAt: '2024-01-01T00:00:00.000Z',
      simulated: true as const,
    };
    const encoded = codec.encode(broken({ metadata: past }), NOW);
    expect(JSON.parse(encoded.metadata.toString())).toHaveProperty('recordedAt', past.recordedAt);
  });

  it('refuses a simulated event without recordedAt', () => {
    const past = { ...reportedFigures().metadata, simulated: true as const };
    expect(() => codec.encode(broken({ metadata: past }), NOW)).toThrow(/metadata\.recordedAt/);
  });

  it('stores moments in UTC and keywords without outer blanks', () => {
    const { data, metadata } = reportedFigures();
    const encoded = codec.encode(
      broken({
        data: { ...data, keyword: '  planner ' },
        metadata: { ...metadata, occurredAt: '2026-03-14T10:30:00+01:00' },
      }),
      NOW,
    );
    expect(JSON.parse(encoded.data.toString())).toHaveProperty('keyword', 'planner');
    expect(JSON.parse(encoded.metadata.toString())).toHaveProperty('occurredAt', '2026-03-14T09:30:00.000Z');
  });

  it.each<[string, Partial<EventToEncode>, RegExp]>([
    ['an id that is no UUID', { id: '7' }, /id: "7" is not a UUID/],
    ['an empty type', { type: '' }, /type: "" is not the newest version/],
    ['a type outside the catalogue', { type: 'observation.Guessed.v1' }, /observation\.Guessed\.v1/],
    ['a type named like a member of every object', { type: 'toString' }, /toString/],
    ['data that breaks the schema', { data: { ...reportedFigures().data, country: 'UK' } }, /data\.country/],
    [
      'a field that the schema does not know',
      { data: { ...reportedFigures().data, extra: 1 } },
      /data: .*extra/,
    ],
    [
      'a number that JSON cannot hold',
      {
        data: {
          ...reportedFigures().data,
          metrics: { sales: { value: Infinity, relation: 'eq', kind: 'measured' } },
        },
      },
      /data\.metrics\.sales\.value/,
    ],
    [
      'metadata without an actor',
      { metadata: { ...reportedFigures().metadata, actor: '' } },
      /metadata\.actor/,
    ],
    [
      'a date in the year 3000',
      { metadata: { ...reportedFigures().metadata, occurredAt: '3000-01-01T00:00:00Z' } },
      /metadata\.occurredAt/,
    ],
  ])('refuses %s and names the field', (_what, change, message) => {
    expect(() => codec.encode(broken(change), NOW)).toThrow(InvalidEvent);
    expect(() => codec.encode(broken(change), NOW)).toThrow(message);
  });
});

describe('reading an event', () => {
  const good = codec.encode(reportedFigures(), NOW);

  it.each<[string, Partial<StoredEvent>, RegExp]>([
    [
      'an unknown type',
      { type: 'observation.Guessed.v1' },
      /observation\.Guessed\.v1 in observation-x revision 3, position 77/,
    ],
    [
      'a version newer than this program',
      { type: 'observation.MetricsReported.v2' },
      /no version of any event/,
    ],
    ['data that breaks the newest schema', { data: { marketplace: 'etsy' } }, /data\.country/],
    ['data that is no object', { data: 'text' }, /data: /],
    ['metadata that is missing', { metadata: undefined }, /metadata: /],
  ])('stops at %s, with its type and position', (_what, change, message) => {
    const event = stored(good, change);
    expect(() => codec.decode(event)).toThrow(message);
    expect(() => codec.decode(event)).toThrow(UnreadableEvent);
    expect(() => codec.decode(event)).toThrow(expect.objectContaining({ type: event.type, position: 77n }));
  });

  it('passes over the types that were chosen to be ignored', () => {
    const tolerant = createProductCodec({ ignoredTypes: ['legacy.Thing.v1'] });
    expect(tolerant.decode(stored(good, { type: 'legacy.Thing.v1', data: 1 }))).toBeUndefined();
    expect(() => tolerant.decode(stored(good, { type: 'legacy.Other.v1' }))).toThrow(UnreadableEvent);
  });

  it('does not let a known type be ignored', () => {
    expect(() => createProductCodec({ ignoredTypes: ['observation.Failed.v1'] })).toThrow(
      /cannot be ignored/,
    );
  });

  it("passes over the store's own events", () => {
    expect(codec.decode(stored(good, { type: '$metadata', data: { $tb: 3 } }))).toBeUndefined();
  });
});

describe('reading an event of an older version', () => {
  const trial = createEventCodec(priceQuotedCatalogue);
  const old = stored(codec.encode(reportedFigures(), NOW), { type: 'trial.PriceQuoted.v1' });

  it('gives it upcast', () => {
    const event = trial.decode({ ...old, data: { item: 'planner', price: 'JPY 300.00' } });
    expect(event).toMatchObject({
      type: 'trial.PriceQuoted.v2',
      data: { price: { minor: 30000, currency: 'JPY' } },
    });
  });

  it('checks what the upcast gave', () => {
    expect(() => trial.decode({ ...old, data: { item: 'planner', price: 'cheap' } })).toThrow(
      /data\.price\.currency/,
    );
  });

  it('says so when an upcast fails', () => {
    expect(() => trial.decode({ ...old, data: null })).toThrow(/trial\.PriceQuoted\.v1 .* an upcast failed/);
  });

  it('writes the newest version alone', () => {
    const event: EventToEncode = {
      ...reportedFigures(),
      type: 'trial.PriceQuoted.v1',
      data: { item: 'a', price: 'EUR 1' },
    };
    expect(() => trial.encode(event, NOW)).toThrow(/not the newest version/);
  });
});
