import { lookId, type LookJob } from '../../backend/contracts/jobs/looks.js';
import { keywordId, trackedKeywordId } from '../../backend/contracts/values/keyword.js';
import type { Marketplace } from '../../backend/contracts/values/marketplace.js';
import type { EventLog } from '../../backend/event-log/event-log.js';
import type { Seeded } from './seeded.js';

// What the API writes down when somebody asks for a crawl, or tracks a keyword and gives it up.

const COUNTRY = 'US';
const WORKSPACE = 'demo';

const metadata = (correlationId: string, at: Date) => ({
  correlationId,
  causationId: 'faults',
  occurredAt: at.toISOString(),
  actor: 'faults',
  producer: 'faults/1',
  workspace: WORKSPACE,
});

/** Looks by the stream that each of them writes to. */
export type ExpectedLooks = readonly string[];

type Look = Parameters<typeof lookId>[0];
const streamOf = (look: Look): string => `observation-${lookId(look)}`;

export interface AskedCrawl {
  readonly stream: string;
  readonly looks: ExpectedLooks;
}

export async function askForCrawl(
  log: EventLog,
  random: Seeded,
  run: string,
  marketplaces: readonly Marketplace[],
): Promise<AskedCrawl> {
  const crawlId = random.id(run);
  const keyword = `planner ${random.whole(1, 1_000)}`;
  const stream = `crawl-${crawlId}`;
  await log.append(stream, 'no-stream', [
    {
      id: random.id(run),
      type: 'collection.CrawlRequested.v1',
      data: { crawlId, workspace: WORKSPACE, keyword, country: COUNTRY, marketplaces: [...marketplaces] },
      metadata: metadata(crawlId, new Date()),
    },
  ]);
  const looks = marketplaces.flatMap((marketplace) =>
    (['search', 'suggestions'] as const).map((look) =>
      streamOf({ look, marketplace, country: COUNTRY, keyword, slot: crawlId }),
    ),
  );
  return { stream, looks };
}

export interface Tracked {
  readonly id: string;
  readonly sinceMs: number;
  /** The look at once; what is due later has a slot of its own. */
  readonly first: string;
  slotted(slot: string): string;
  untrack(): Promise<void>;
}

export async function track(
  log: EventLog,
  random: Seeded,
  run: string,
  marketplace: Marketplace,
  since: Date,
): Promise<Tracked> {
  const keyword = `tracked ${random.id(run)}`;
  const id = trackedKeywordId(WORKSPACE, keywordId(marketplace, COUNTRY, keyword));
  const data = {
    trackedKeywordId: id,
    workspace: WORKSPACE,
    keyword,
    marketplace,
    country: COUNTRY,
  } as const;
  const eventId = random.id(run);
  await log.append(`trackedKeyword-${id}`, 'no-stream', [
    { id: eventId, type: 'tracking.KeywordTracked.v1', data, metadata: metadata(id, since) },
  ]);
  const look: Omit<LookJob, 'slot' | 'correlationId' | 'causationId'> = {
    look: 'search',
    marketplace,
    country: COUNTRY,
    keyword,
  };
  return {
    id,
    sinceMs: since.getTime(),
    first: streamOf({ ...look, slot: `tracked-${eventId}` }),
    slotted: (slot) => streamOf({ ...look, slot }),
    async untrack() {
      await log.append(`trackedKeyword-${id}`, 0, [
        {
          id: random.id(run),
          type: 'tracking.KeywordUntracked.v1',
          data,
          metadata: metadata(id, new Date()),
        },
      ]);
    },
  };
}
