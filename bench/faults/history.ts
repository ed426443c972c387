import { createHash } from 'node:crypto';
import { MARKETPLACES, type Marketplace } from '../../backend/contracts/values/marketplace.js';
import { keywordId, trackedKeywordId } from '../../backend/contracts/values/keyword.js';
import type { AnyNewEvent } from '../../backend/event-log/event-log.js';
import { resultsPage } from '../../backend/local-servers/sandbox/catalogue/results-page.js';
import type { Seeded } from './seeded.js';
import type { Written } from './write-history.js';

const COUNTRY = 'US';
const WORKSPACE = 'demo';
const START_MS = Date.parse('2026-01-05T08:00:00Z');
const WORDS = ['budget', 'digital', 'wedding', 'meal', 'habit', 'boho', 'retro', 'teacher'];
const THINGS = ['planner', 'tracker', 'svg', 'template'];

interface Subject {
  readonly keyword: string;
  readonly marketplace: Marketplace;
}

/**
 * A small history with something for every read model: good and failed looks, suggestions, reported figures and their
 * restatements and retractions, crawls that end and one that does not, keywords tracked and given up. The same seed
 * gives the same events with the same moments of writing.
 */
export class History {
  private writes = 0;

  constructor(private readonly random: Seeded) {}

  *appends(count: number): Generator<Written> {
    const reported: { id: string; subject: Subject }[] = [];
    const tracked = new Map<string, number>();
    for (let made = 0; made < count; made += 1) {
      const subject = this.subject();
      const kind = this.random.pick([
        'look',
        'look',
        'looks',
        'figures',
        'figures',
        'crawl',
        'track',
        'retract',
      ] as const);
      if (kind === 'look') yield this.alone([this.look(subject, 'look')]);
      else if (kind === 'looks')
        yield this.alone(Array.from({ length: this.random.whole(2, 12) }, () => this.look(subject, 'look')));
      else if (kind === 'figures') {
        const events = Array.from({ length: this.random.whole(1, 6) }, () => this.figure(subject));
        reported.push(...events.map(({ id }) => ({ id, subject })));
        yield this.alone(events);
      } else if (kind === 'crawl') yield* this.crawl(subject.keyword);
      else if (kind === 'track') yield this.track(subject, tracked);
      else {
        const figure = reported.pop();
        if (figure) yield this.alone([this.retraction(figure.id, figure.subject)]);
      }
    }
  }

  private subject(): Subject {
    return {
      keyword: `${this.random.pick(WORDS)} ${this.random.pick(THINGS)}`,
      marketplace: this.random.pick(MARKETPLACES),
    };
  }

  private alone(events: readonly AnyNewEvent[]): Written {
    return { stream: `observation-${this.random.id()}`, expected: 'no-stream', events };
  }

  private metadata(
    correlationId: string,
    workspace?: string,
  ): AnyNewEvent['metadata'] & { recordedAt: string } {
    const recordedMs = START_MS + (this.writes += 1) * 60_000;
    return {
      correlationId,
      causationId: 'faults',
      occurredAt: new Date(recordedMs - this.random.whole(0, 40) * 3_600_000).toISOString(),
      recordedAt: new Date(recordedMs).toISOString(),
      actor: 'faults',
      producer: 'faults/1',
      // The log writes down the moment that we say, so that each run of a seed is the same to the byte.
      simulated: true,
      ...(workspace === undefined ? {} : { workspace }),
    };
  }

  private look(subject: Subject, correlationId: string): AnyNewEvent {
    const metadata = this.metadata(correlationId);
    const page = {
      marketplace: subject.marketplace,
      country: COUNTRY,
      source: `sandbox ${subject.marketplace} page`,
      origin: 'sandbox',
      url: `sandbox:${subject.marketplace}`,
      parserVersion: 'faults/1',
      bodyHash: createHash('sha256').update(metadata.recordedAt).digest('hex'),
    } as const;
    const id = this.random.id();
    if (this.random.chance(0.15))
      return {
        id,
        type: 'observation.Failed.v1',
        data: {
          ...page,
          keyword: subject.keyword,
          look: 'search',
          reason: this.random.pick(['captcha', 'blocked', 'truncated'] as const),
          detail: 'It did not go well.',
          status: 200,
          attempt: this.random.whole(1, 3),
          willRetry: this.random.chance(0.5),
        },
        metadata,
      };
    if (this.random.chance(0.3))
      return {
        id,
        type: 'observation.SuggestionsObserved.v1',
        data: {
          ...page,
          prefix: subject.keyword,
          suggestions: Array.from({ length: this.random.whole(0, 6) }, (_, index) => ({
            text: `${subject.keyword} ${this.random.pick(THINGS)} ${this.random.whole(1, 9)}`,
            place: index + 1,
          })),
        },
        metadata,
      };
    const at = new Date(metadata.occurredAt);
    const results = resultsPage({ ...subject, country: COUNTRY, at, listings: this.random.whole(0, 8) });
    return {
      id,
      type: 'observation.KeywordObserved.v1',
      data: {
        ...page,
        keyword: subject.keyword,
        page: 1,
        resultCount: this.random.chance(0.9) ? results.resultCount : null,
        listings: [...results.listings],
      },
      metadata,
    };
  }

  private figure({ keyword, marketplace }: Subject): AnyNewEvent {
    return {
      id: this.random.id(),
      type: 'observation.MetricsReported.v1',
      data: {
        marketplace,
        country: COUNTRY,
        keyword,
        source: 'a keyword tool',
        origin: 'live',
        metrics: {
          searchVolume: { value: this.random.whole(0, 50_000), relation: 'eq', kind: 'reported' },
          cpc: { value: this.random.whole(1, 300), relation: 'eq', kind: 'reported', currency: 'USD' },
        },
      },
      metadata: this.metadata('post', WORKSPACE),
    };
  }

  private retraction(observationId: string, { keyword, marketplace }: Subject): AnyNewEvent {
    return {
      id: this.random.id(),
      type: 'observation.Retracted.v1',
      data: { observationId, marketplace, country: COUNTRY, keyword, why: 'It was wrong.' },
      metadata: this.metadata('retraction', WORKSPACE),
    };
  }

  private *crawl(keyword: string): Generator<Written> {
    const crawlId = this.random.id();
    const stream = `crawl-${crawlId}`;
    const data = {
      crawlId,
      workspace: WORKSPACE,
      keyword,
      country: COUNTRY,
      marketplaces: [...MARKETPLACES],
    } as const;
    yield {
      stream,
      expected: 'no-stream',
      events: [
        {
          id: this.random.id(),
          type: 'collection.CrawlRequested.v1',
          data: { ...data, marketplaces: [...MARKETPLACES] },
          metadata: this.metadata(crawlId, WORKSPACE),
        },
      ],
    };
    const looks = MARKETPLACES.map((marketplace) => this.look({ keyword, marketplace }, crawlId));
    for (const look of looks) yield this.alone([look]);
    if (this.random.chance(0.2)) return;
    const outcomes = looks.map((look, index) => ({
      marketplace: MARKETPLACES[index] ?? 'etsy',
      look: 'search' as const,
      observationId: look.id,
      reason: look.type === 'observation.Failed.v1' ? ('captcha' as const) : null,
    }));
    yield {
      stream,
      expected: 0,
      events: [
        {
          id: this.random.id(),
          type: outcomes.some(({ reason }) => reason === null)
            ? 'collection.CrawlFinished.v1'
            : 'collection.CrawlFailed.v1',
          data: { crawlId, looks: outcomes },
          metadata: this.metadata(crawlId, WORKSPACE),
        },
      ],
    };
  }

  private track(subject: Subject, tracked: Map<string, number>): Written {
    const id = trackedKeywordId(WORKSPACE, keywordId(subject.marketplace, COUNTRY, subject.keyword));
    const last = tracked.get(id);
    const revision = last === undefined ? 0 : last + 1;
    tracked.set(id, revision);
    return {
      stream: `trackedKeyword-${id}`,
      expected: last ?? 'no-stream',
      events: [
        {
          id: this.random.id(),
          type: revision % 2 === 0 ? 'tracking.KeywordTracked.v1' : 'tracking.KeywordUntracked.v1',
          data: { trackedKeywordId: id, workspace: WORKSPACE, country: COUNTRY, ...subject },
          metadata: this.metadata(id, WORKSPACE),
        },
      ],
    };
  }
}
