import { v5 as uuidV5 } from 'uuid';
import { keywordId, trackedKeywordId } from '../../contracts/values/keyword.js';
import { MARKETPLACES } from '../../contracts/values/marketplace.js';
import { WrongExpectedRevision } from '../../event-log/errors.js';
import type { AnyNewEvent, EventLog } from '../../event-log/event-log.js';
import { connectEventLog } from '../../event-log/eventstoredb/connect-event-log.js';
import { DEMO_KEYWORDS } from '../sandbox/catalogue/demo-keywords.js';
import { demoPast, DEMO_STREAMS } from './demo-past.js';

const MARKER_STREAM = 'demoSeed-1';
const NAMESPACE = 'b0a4d2c7-6f07-4b41-9d0b-7f8f0b6f3a19';
const IN_FLIGHT = 8;
const WORKSPACE = 'demo';
/** Looked at live from the first start on. */
const TRACKED = ['budget planner', 'digital planner', 'wedding planner template'];

/** Writes the past of the demo once. Safe to be killed and called again: what is there stays as it is. */
export async function seedDemo(eventStoreUrl: string, say: (line: string) => void): Promise<void> {
  const log = connectEventLog(eventStoreUrl);
  try {
    for await (const marker of log.readStream(MARKER_STREAM)) {
      if (marker.type === 'collection.DemoSeeded.v1') return;
    }
    await seed(log, say);
  } finally {
    await log.close();
  }
}

async function seed(log: EventLog, say: (line: string) => void): Promise<void> {
  const now = new Date();
  const startedAt = Date.now();
  let streams = 0;
  let observations = 0;
  let tenths = 0;
  const past = demoPast(now);
  const work = async (): Promise<void> => {
    // The generator is shared: each worker takes the next stream.
    for (const { stream, events } of past) {
      await appendOnce(log, stream, events);
      streams += 1;
      observations += events.length;
      if (Math.floor((streams * 10) / DEMO_STREAMS) > tenths) {
        tenths += 1;
        say(
          `… demo data ${'█'.repeat(tenths)}${'░'.repeat(10 - tenths)} ${observations.toLocaleString('en')} observations`,
        );
      }
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, work));
  for (const tracked of trackedKeywords(now)) await appendOnce(log, tracked.stream, [tracked.event]);
  await appendOnce(log, MARKER_STREAM, [seeded(now, observations)]);
  const seconds = (Date.now() - startedAt) / 1000;
  say(`✔ demo data: ${observations.toLocaleString('en')} simulated observations in ${seconds.toFixed(1)} s`);
}

/** A stream of the seed is whole or absent; an earlier start, on another day, may have written it with other moments. */
async function appendOnce(log: EventLog, stream: string, events: readonly AnyNewEvent[]): Promise<void> {
  try {
    await log.append(stream, 'no-stream', events);
  } catch (error) {
    if (!(error instanceof WrongExpectedRevision)) throw error;
  }
}

const ordinary = (now: Date) => ({
  correlationId: 'demo-seed',
  causationId: 'demo-seed',
  occurredAt: now.toISOString(),
  actor: 'demo-seed',
  producer: 'demo-seed/1',
});

function trackedKeywords(now: Date): { stream: string; event: AnyNewEvent }[] {
  return TRACKED.flatMap((keyword) =>
    MARKETPLACES.map((marketplace) => {
      const id = trackedKeywordId(WORKSPACE, keywordId(marketplace, 'US', keyword));
      return {
        stream: `trackedKeyword-${id}`,
        event: {
          id: uuidV5(`tracked|${id}`, NAMESPACE),
          type: 'tracking.KeywordTracked.v1' as const,
          data: { trackedKeywordId: id, workspace: WORKSPACE, keyword, marketplace, country: 'US' as const },
          metadata: { ...ordinary(now), workspace: WORKSPACE },
        },
      };
    }),
  );
}

function seeded(now: Date, observations: number): AnyNewEvent {
  return {
    id: uuidV5('seeded', NAMESPACE),
    type: 'collection.DemoSeeded.v1',
    data: { keywords: DEMO_KEYWORDS.length * MARKETPLACES.length, observations },
    metadata: ordinary(now),
  };
}
