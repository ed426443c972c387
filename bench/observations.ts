import { createHash } from 'node:crypto';
import { v5 as uuidV5 } from 'uuid';
import { MARKETPLACES } from '../backend/contracts/values/marketplace.js';
import type { AnyNewEvent } from '../backend/event-log/event-log.js';
import { resultsPage } from '../backend/local-servers/sandbox/catalogue/results-page.js';

const NAMESPACE = '3e4e4c55-6e1a-4f0b-9d7e-2c2b5b1f7f10';
const WEEK_MS = 7 * 24 * 3_600_000;
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

/** Streams of weekly looks with three listings each, 100 to a stream, `total` in all. */
export function* observationStreams(
  total: number,
  run: string,
): Generator<{ stream: string; events: AnyNewEvent[] }> {
  const now = Date.now();
  for (let made = 0, index = 0; made < total; index += 1) {
    const marketplace = MARKETPLACES[index % MARKETPLACES.length] ?? 'etsy';
    const keyword = benchKeyword(Math.floor(index / MARKETPLACES.length));
    const stream = `observation-${uuidV5(`${run}|${index}`, NAMESPACE)}`;
    const size = Math.min(100, total - made);
    made += size;
    const events = Array.from({ length: size }, (_, week): AnyNewEvent => {
      const at = new Date(now - (size - week) * WEEK_MS);
      const page = resultsPage({ keyword, marketplace, country: 'US', at, listings: 3 });
      return {
        id: uuidV5(`${stream}|${week}`, NAMESPACE),
        type: 'observation.KeywordObserved.v1',
        data: {
          marketplace,
          country: 'US',
          source: `simulated ${marketplace} search page`,
          origin: 'seed',
          url: `seed:${marketplace}`,
          parserVersion: 'bench/1',
          bodyHash: createHash('sha256').update(`${stream}|${week}`).digest('hex'),
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
    });
    yield { stream, events };
  }
}
