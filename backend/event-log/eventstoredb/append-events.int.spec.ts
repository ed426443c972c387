import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { InvalidEvent } from '../errors.js';
import type { AnyNewEvent, EventLog, ExpectedRevision } from '../event-log.js';
import { reportedFigures, trackedKeyword } from '../testing/sample-events.js';
import { openTemporaryStore, type TemporaryStore } from '../testing/temporary-store.js';
import { connectEventLog } from './connect-event-log.js';

const stream = () => `observation-${randomUUID()}`;
const filled = (bytes: number): AnyNewEvent => {
  const event = reportedFigures();
  const text = 'x'.repeat(100);
  const suggestions = Array.from({ length: 200 }, (_unused, n) => ({ text, place: n + 1 }));
  const { marketplace, country, origin } = event.data;
  const look = {
    marketplace,
    country,
    origin,
    source: 's',
    url: '',
    parserVersion: '1',
    bodyHash: 'a'.repeat(64),
  };
  const whole: AnyNewEvent = {
    ...event,
    type: 'observation.SuggestionsObserved.v1',
    data: { ...look, prefix: 'x', suggestions },
  };
  const size = JSON.stringify(whole.data).length;
  return size >= bytes
    ? whole
    : { ...whole, data: { ...whole.data, url: 'x'.repeat(Math.min(2_048, bytes - size)) } };
};

describe('what the event log refuses before the store hears of it', () => {
  let store: TemporaryStore;
  let log: EventLog;
  beforeAll(async () => {
    store = await openTemporaryStore();
    log = connectEventLog(store.connectionString, { appendDeadlineMs: 2_000 });
  });
  afterAll(async () => {
    await log.close();
    await store.remove();
  });

  it.each<[string, string, ExpectedRevision, AnyNewEvent[], RegExp]>([
    ['a stream without a name', '', 'any', [reportedFigures()], /stream: "" is not <category>-<id>/],
    ['a stream without an id', 'observation-', 'any', [reportedFigures()], /is not <category>-<id>/],
    ['a stream of the store itself', '$observation-1', 'any', [reportedFigures()], /is not <category>-<id>/],
    ['a NUL in the name', 'observation-\0', 'any', [reportedFigures()], /is not <category>-<id>/],
    ['a name of 300 characters', `observation-${'x'.repeat(300)}`, 'any', [reportedFigures()], /at most 250/],
    [
      'an event in streams of another kind',
      'crawl-1',
      'any',
      [trackedKeyword()],
      /belongs in streams trackedKeyword-<id>/,
    ],
    ['a negative revision', 'observation-1', -1, [reportedFigures()], /expected revision: -1/],
    ['half a revision', 'observation-1', 0.5, [reportedFigures()], /expected revision: 0\.5/],
    ['no events', 'observation-1', 'any', [], /holds no event/],
    ['an id that is no UUID', 'observation-1', 'any', [reportedFigures('x', 'seven')], /id: "seven"/],
  ])('%s', async (_what, name, expected, events, message) => {
    await expect(log.append(name, expected, events)).rejects.toThrow(InvalidEvent);
    await expect(log.append(name, expected, events)).rejects.toThrow(message);
  });

  it('events of more than 1 MiB together, by their size', async () => {
    const name = stream();
    const many = Array.from({ length: 60 }, () => ({ ...filled(25_000), id: randomUUID() }));
    await expect(log.append(name, 'any', many)).rejects.toThrow(
      /has \d+ bytes; the store takes 1048576: split it/,
    );
    for await (const event of log.readStream(name)) throw new Error(`stored ${event.id}`);
  });

  it('nothing that just fits into 1 MiB', async () => {
    const name = stream();
    const many = Array.from({ length: 40 }, () => ({ ...filled(25_000), id: randomUUID() }));
    await expect(log.append(name, 'no-stream', many)).resolves.toMatchObject({ revision: 39 });
  });

  it('a connection string that is none, at once', () => {
    expect(() => connectEventLog('http://127.0.0.1:2113')).toThrow(/esdb:\/\//);
  });

  it('a read from a revision that is none', async () => {
    const reading = async () => {
      for await (const event of log.readStream('observation-1', -1)) throw new Error(event.id);
    };
    await expect(reading()).rejects.toThrow(/a revision is 0 or more, not -1/);
  });

  it('everything once it is closed', async () => {
    const closed = connectEventLog(store.connectionString);
    await closed.close();
    await expect(closed.append(stream(), 'any', [reportedFigures()])).rejects.toThrow(/is closed/);
    await expect(closed.head()).rejects.toThrow(/is closed/);
  });
});
