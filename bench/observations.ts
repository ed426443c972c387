import { createHash } from 'node:crypto';
import { v5 as uuidV5 } from 'uuid';
import { MARKETPLACES } from '../backend/contracts/values/marketplace.js';
import type { AnyNewEvent } from '../backend/event-log/event-log.js';
import { resultsPage } from '../backend/local-servers/sandbox/catalogue/results-page.js';

const NAMESPACE = '3e4e4c55-6e1a-4f0b-9d7e-2c2b5b1f7f10';
const WEEK_MS = 7 * 24 * 3_600_000;
const STARTED_MS = Date.now();
const ADJECTIVES = [
  'budget',
  'boho',
  'minimal',
  'vintage',
  'kawaii',
  'pastel',
  'rustic',
  'modern',
  'floral',
  'retro',
];
const NOUNS = [
  'planner',
  'tracker',
  'svg',
  'template',
  'clipart',
  'worksheet',
  'journal',
  'font',
  'calendar',
  'pattern',
];

/** Keyword number `index`: pronounceable, and no two alike. */
export const benchKeyword = (index: number): string =>
  `${ADJECTIVES[index % 10]} ${NOUNS[Math.floor(index / 10) % 10]} ${Math.floor(index / 100)}`;

/** Streams of weekly looks, so many of one keyword to a stream, `total` in all. */
export function* observationStreams(
  total: number,
  run: string,
  weeks = 100,
  listings = 3,
): Generator<{ stream: string; events: AnyNewEvent[] }> {
  for (let made = 0, index = 0; made < total; index += 1) {
    const stream = streamOf(run, index);
    const size = Math.min(weeks, total - made);
    made += size;
    const looks = Array.from({ length: size }, (_, week) => ({ keyword: index, weeksAgo: size - week }));
    yield { stream, events: looks.map((look) => looked(look, { run, stream, listings })) };
  }
}

/** The same looks as time went by: week after week all keywords, 100 looks to a stream. */
export function* observationsByWeek(
  keywords: number,
  weeks: number,
  run: string,
  listings = 3,
): Generator<{ stream: string; events: AnyNewEvent[] }> {
  for (let index = 0; index < keywords * weeks; index += 100) {
    const stream = streamOf(run, index);
    const looks = Array.from({ length: Math.min(100, keywords * weeks - index) }, (_, at) => ({
      keyword: (index + at) % keywords,
      weeksAgo: weeks - Math.floor((index + at) / keywords),
    }));
    yield { stream, events: looks.map((look) => looked(look, { run, stream, listings })) };
  }
}

const streamOf = (run: string, index: number): string =>
  `observation-${uuidV5(`${run}|${index}`, NAMESPACE)}`;

function looked(
  look: { readonly keyword: number; readonly weeksAgo: number },
  { run, stream, listings }: { readonly run: string; readonly stream: string; readonly listings: number },
): AnyNewEvent {
  const marketplace = MARKETPLACES[look.keyword % MARKETPLACES.length] ?? 'etsy';
  const keyword = benchKeyword(Math.floor(look.keyword / MARKETPLACES.length));
  const at = new Date(STARTED_MS - look.weeksAgo * WEEK_MS);
  const page = resultsPage({ keyword, marketplace, country: 'US', at, listings });
  const name = `${stream}|${look.keyword}|${look.weeksAgo}`;
  return {
    id: uuidV5(name, NAMESPACE),
    type: 'observation.KeywordObserved.v1',
    data: {
      marketplace,
      country: 'US',
      source: `simulated ${marketplace} search page`,
      origin: 'seed',
      url: `seed:${marketplace}`,
      parserVersion: 'bench/1',
      bodyHash: createHash('sha256').update(name).digest('hex'),
      keyword,
      page: 1,
      resultCount: page.resultCount,
      listings: [...page.listings],
    },
    metadata: {
      correlationId: run,
      causationId: run,
      occurredAt: at.toISOString(),
      recordedAt: at.toISOString(),
      actor: 'bench',
      producer: 'bench/1',
      simulated: true,
    },
  };
}
