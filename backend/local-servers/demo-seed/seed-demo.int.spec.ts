import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedEventStore, type EmbeddedEventStore } from '../../event-log/embedded/server.js';
import type { AnyRecordedEvent } from '../../event-log/event-log.js';
import { connectEventLog } from '../../event-log/eventstoredb/connect-event-log.js';
import { demoPast } from './demo-past.js';
import { seedDemo } from './seed-demo.js';
import { DEMO_KEYWORDS } from '../sandbox/catalogue/demo-keywords.js';

const UNTIL = new Date('2026-03-14T09:30:00Z');
const KEYWORDS = 12;

let folder: string;
let store: EmbeddedEventStore;
const open = (port = 0) => startEmbeddedEventStore({ file: join(folder, 'events.db'), port });
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'demo-seed-'));
  store = await open();
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

async function recorded(): Promise<Map<string, AnyRecordedEvent[]>> {
  const log = connectEventLog(store.connectionString);
  const streams = new Map<string, AnyRecordedEvent[]>();
  for await (const event of log.readAll())
    streams.set(event.stream, [...(streams.get(event.stream) ?? []), event]);
  await log.close();
  return streams;
}

async function expectWhole(): Promise<void> {
  const streams = await recorded();
  for (const { stream, events } of demoPast(UNTIL, DEMO_KEYWORDS.slice(0, KEYWORDS)))
    expect(streams.get(stream)?.map(({ id }) => id)).toEqual(events.map(({ id }) => id));
  expect(streams.get('demoSeed-1')).toHaveLength(1);
}

describe('the demo seed', () => {
  it('is whole, and nothing of it is doubled, where the store goes away in the middle and comes back', async () => {
    const lines: string[] = [];
    const { port, connectionString } = store;
    let away: Promise<void> | undefined;
    const goAway = async () => {
      await store.close();
      store = await open(port);
    };
    await seedDemo(connectionString, {
      until: UNTIL,
      keywords: KEYWORDS,
      say(line) {
        lines.push(line);
        if (line.includes('███░')) away ??= goAway();
      },
    });
    await away;
    expect(lines).toContain('… the event store is away: the demo data waits for it');
    await expectWhole();
  });

  it('goes on with what is missing where it was itself broken off, and does nothing once it is done', async () => {
    const brokenOff = seedDemo(store.connectionString, {
      until: UNTIL,
      keywords: KEYWORDS,
      say(line) {
        if (line.includes('███░')) throw new Error('broken off');
      },
    });
    await expect(brokenOff).rejects.toThrow('broken off');
    await seedDemo(store.connectionString, { until: UNTIL, keywords: KEYWORDS, say: () => undefined });
    await expectWhole();
    const lines: string[] = [];
    await seedDemo(store.connectionString, { keywords: KEYWORDS, say: (line) => void lines.push(line) });
    expect(lines).toEqual([]);
  });
});
