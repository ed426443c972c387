import { setTimeout as pause } from 'node:timers/promises';
import { v5 as uuidV5 } from 'uuid';
import { keywordId, trackedKeywordId } from '../../contracts/values/keyword.js';
import { MARKETPLACES } from '../../contracts/values/marketplace.js';
import { EventLogUnavailable, WrongExpectedRevision } from '../../event-log/errors.js';
import type { AnyNewEvent, EventLog } from '../../event-log/event-log.js';
import { connectEventLog } from '../../event-log/eventstoredb/connect-event-log.js';
import { DEMO_KEYWORDS } from '../sandbox/catalogue/demo-keywords.js';
import { demoPast } from './demo-past.js';

const MARKER_STREAM = 'demoSeed-1';
const NAMESPACE = 'b0a4d2c7-6f07-4b41-9d0b-7f8f0b6f3a19';
const IN_FLIGHT = 8;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;
const WORKSPACE = '00000000-0000-4000-8000-00000000de30';
/** Looked at live from the first start on. */
const TRACKED = ['budget planner', 'digital planner', 'wedding planner template'];

export interface DemoSeed {
  readonly say: (line: string) => void;
  /** Where the past ends; default: now. */
  readonly until?: Date | undefined;
  /** How many of its keywords the demo has; default: all. */
  readonly keywords?: number | undefined;
  /** Gives up waiting for a store that is away. */
  readonly signal?: AbortSignal;
}

/**
 * Writes the past of the demo once. Safe to be killed and called again: what is there stays as it is. Where the store
 * goes away meanwhile it waits for it and goes on with what is missing.
 */
export async function seedDemo(eventStoreUrl: string, options: DemoSeed): Promise<void> {
  const log = connectEventLog(eventStoreUrl);
  // One of the workers may fail for good: the others must not wait on.
  const over = new AbortController();
  const signal = AbortSignal.any([over.signal, ...(options.signal ? [options.signal] : [])]);
  try {
    const patiently = patience(options.say, signal);
    if (!(await patiently(() => isSeeded(log)))) await seed(log, patiently, options);
  } finally {
    over.abort();
    await log.close();
  }
}

async function isSeeded(log: EventLog): Promise<boolean> {
  for await (const marker of log.readStream(MARKER_STREAM))
    if (marker.type === 'collection.DemoSeeded.v1') return true;
  return false;
}

async function seed(log: EventLog, patiently: Patiently, options: DemoSeed): Promise<void> {
  const { say, until = new Date() } = options;
  const keywords = DEMO_KEYWORDS.slice(0, options.keywords);
  const expected = keywords.length * MARKETPLACES.length;
  const now = new Date();
  let streams = 0;
  let observations = 0;
  let tenths = 0;
  const past = demoPast(until, keywords);
  const work = async (): Promise<void> => {
    // The generator is shared: each worker takes the next stream.
    for (const { stream, events } of past) {
      await patiently(() => appendOnce(log, stream, events));
      streams += 1;
      observations += events.length;
      if (Math.floor((streams * 10) / expected) > tenths) {
        tenths += 1;
        say(
          `… demo data ${'█'.repeat(tenths)}${'░'.repeat(10 - tenths)} ${observations.toLocaleString('en')} observations`,
        );
      }
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, work));
  for (const tracked of trackedKeywords(now))
    await patiently(() => appendOnce(log, tracked.stream, [tracked.event]));
  await patiently(() => appendOnce(log, MARKER_STREAM, [seeded(now, keywords.length, observations)]));
  const seconds = (Date.now() - now.getTime()) / 1000;
  say(`✔ demo data: ${observations.toLocaleString('en')} simulated observations in ${seconds.toFixed(1)} s`);
}

type Patiently = <T>(work: () => Promise<T>) => Promise<T>;

/** Tries again for as long as the store is away. Says so once a time. */
function patience(say: DemoSeed['say'], signal: AbortSignal): Patiently {
  let away = false;
  return async (work) => {
    for (let tries = 0; ; tries += 1) {
      try {
        const done = await work();
        away = false;
        return done;
      } catch (error) {
        if (!(error instanceof EventLogUnavailable) || signal.aborted) throw error;
        if (!away) say('… the event store is away: the demo data waits for it');
        away = true;
        await pause(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** tries), undefined, { signal });
      }
    }
  };
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

function seeded(now: Date, keywords: number, observations: number): AnyNewEvent {
  return {
    id: uuidV5('seeded', NAMESPACE),
    type: 'collection.DemoSeeded.v1',
    data: { keywords: keywords * MARKETPLACES.length, observations },
    metadata: ordinary(now),
  };
}
