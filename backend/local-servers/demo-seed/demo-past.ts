import { createHash } from 'node:crypto';
import { v5 as uuidV5 } from 'uuid';
import { keywordId } from '../../contracts/values/keyword.js';
import { MARKETPLACES, type Marketplace } from '../../contracts/values/marketplace.js';
import type { AnyNewEvent } from '../../event-log/event-log.js';
import { monthlySearchesAt } from '../sandbox/catalogue/demand.js';
import { resultsPage, type ResultsPage, type ResultsQuestion } from '../sandbox/catalogue/results-page.js';

// The made-up past of the demo: what weekly looks would have found, told by the same catalogue that the sandbox
// shows today, so that the live looks go on where the past ends.

const WEEKS = 104;
const WEEKS_BETWEEN_REPORTS = 8;
const LISTINGS_READ = 6;
const LISTINGS_KEPT = 3;
const WEEK_MS = 7 * 24 * 3_600_000;
const COUNTRY = 'US';
const NAMESPACE = '7be0e5f4-8a15-4f0e-b4f3-2d1d9c0a6a51';
const PRODUCER = 'demo-seed/1';
const SITES: Readonly<Record<Marketplace, string>> = {
  amazon: 'amazon.com',
  etsy: 'etsy.com',
  ebay: 'ebay.com',
};

export interface PastStream {
  readonly stream: string;
  readonly events: readonly AnyNewEvent[];
}

/** Every stream of the past, one a keyword: weekly looks and now and then a reported cost per click, as time went by. */
export function* demoPast(now: Date, keywords: readonly string[]): Generator<PastStream> {
  for (const keyword of keywords)
    for (const marketplace of MARKETPLACES) {
      const stream = `observation-${uuidV5(keywordId(marketplace, COUNTRY, keyword), NAMESPACE)}`;
      const told = { keyword, marketplace, now, stream };
      const events = [...weeklyLooks(told), ...reportedCosts(told)];
      yield {
        stream,
        events: events.sort((a, b) => (a.metadata.occurredAt < b.metadata.occurredAt ? -1 : 1)),
      };
    }
}

interface Told {
  readonly keyword: string;
  readonly marketplace: Marketplace;
  readonly now: Date;
  readonly stream: string;
}

const momentsOf = (now: Date, everyWeeks: number): Date[] =>
  Array.from({ length: Math.floor(WEEKS / everyWeeks) }, (_, index) => index * everyWeeks)
    .reverse()
    .map((weeksAgo) => new Date(now.getTime() - weeksAgo * WEEK_MS - 3_600_000));

function metadata(stream: string, at: Date): AnyNewEvent['metadata'] {
  const occurredAt = at.toISOString();
  return {
    correlationId: 'demo-seed',
    causationId: stream,
    occurredAt,
    recordedAt: new Date(at.getTime() + 2_000).toISOString(),
    actor: 'demo-seed',
    producer: PRODUCER,
    simulated: true,
  };
}

/** The first listings that nobody paid for: paid ones change from week to week, and demand would seem to jump. */
function topOfPage(question: ResultsQuestion): ResultsPage {
  const page = resultsPage(question);
  const organic = page.listings.filter((listing) => listing.sponsored !== true);
  return { ...page, listings: organic.slice(0, LISTINGS_KEPT) };
}

function weeklyLooks({ keyword, marketplace, now, stream }: Told): AnyNewEvent[] {
  const site = SITES[marketplace];
  return momentsOf(now, 1).map((at, index): AnyNewEvent => {
    const page = topOfPage({ keyword, marketplace, country: COUNTRY, at, listings: LISTINGS_READ });
    return {
      id: uuidV5(`${stream}|look|${index}`, NAMESPACE),
      type: 'observation.KeywordObserved.v1',
      data: {
        marketplace,
        country: COUNTRY,
        source: `simulated ${site} search page`,
        origin: 'seed',
        url: `seed:${site}/search?q=${encodeURIComponent(keyword)}`,
        parserVersion: PRODUCER,
        bodyHash: createHash('sha256').update(JSON.stringify(page)).digest('hex'),
        keyword,
        page: 1,
        resultCount: page.resultCount,
        listings: [...page.listings],
      },
      metadata: metadata(stream, at),
    };
  });
}

/** Cents a click: dearer where more people search, a little different each time. */
function centsAClick(keyword: string, marketplace: Marketplace, at: Date): number {
  const searches = monthlySearchesAt({ keyword, marketplace, country: COUNTRY, at });
  return Math.round(12 + 14 * Math.log10(1 + searches));
}

function reportedCosts({ keyword, marketplace, now, stream }: Told): AnyNewEvent[] {
  return momentsOf(now, WEEKS_BETWEEN_REPORTS).map((at, index): AnyNewEvent => ({
    id: uuidV5(`${stream}|cost|${index}`, NAMESPACE),
    type: 'observation.MetricsReported.v1',
    data: {
      marketplace,
      country: COUNTRY,
      keyword,
      source: `simulated ${SITES[marketplace]} advertising report`,
      origin: 'seed',
      metrics: {
        cpc: {
          value: centsAClick(keyword, marketplace, at),
          relation: 'eq',
          kind: 'reported',
          currency: 'USD',
        },
      },
    },
    metadata: metadata(stream, at),
  }));
}
