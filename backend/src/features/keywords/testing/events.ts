import { v5 as uuidV5 } from 'uuid';
import type { AnyNewEvent, AnyRecordedEvent, NewEvent } from '../../../../event-log/event-log.js';
import { recorded } from '../../../../following/testing/projection-spec.js';
import type { DataOf, EventType } from '../../../../contracts/events/catalogue.js';
import type { Country } from '../../../../contracts/values/country.js';
import { keywordId } from '../../../../contracts/values/keyword.js';
import type { Marketplace } from '../../../../contracts/values/marketplace.js';
import { listing } from './pages.js';

const NAMESPACE = '5a0c9a36-2f7a-4b5c-8a50-3d3f0f6a9b11';
/** The same name gives the same id. */
export const idOf = (name: string): string => uuidV5(name, NAMESPACE);

export interface Said {
  /** Tells events apart; the id of the event is made from it. */
  readonly name: string;
  readonly at: string;
  readonly recordedAt?: string;
  readonly keyword?: string;
  readonly marketplace?: Marketplace;
  readonly country?: Country;
  readonly source?: string;
  /** Whose it is, of figures and what takes them back; absent: all share it. */
  readonly workspace?: string | undefined;
}

export interface Written {
  readonly stream: string;
  readonly event: AnyNewEvent;
}

const subject = ({ keyword = 'budget planner', marketplace = 'amazon', country = 'US' }: Said) => ({
  keyword,
  marketplace,
  country,
});

export const idOfKeyword = (said: Pick<Said, 'keyword' | 'marketplace' | 'country'> = {}): string => {
  const { keyword, marketplace, country } = subject({ name: '', at: '', ...said });
  return keywordId(marketplace, country, keyword);
};

function written<T extends EventType>(type: T, said: Said, data: DataOf<T>): Written {
  const { workspace } = said;
  const metadata = {
    correlationId: 'test',
    causationId: 'test',
    occurredAt: new Date(said.at).toISOString(),
    recordedAt: new Date(said.recordedAt ?? said.at).toISOString(),
    actor: 'test',
    producer: 'test 1',
    ...(workspace === undefined ? {} : { workspace }),
  };
  const id = idOf(said.name);
  const event: NewEvent<T> = { id, type, data, metadata };
  // A NewEvent of some type is one of the union; the compiler does not follow that through the type parameter.
  return { stream: `observation-${id}`, event: event as unknown as AnyNewEvent };
}

const lookData = (said: Said) => ({
  ...subject(said),
  source: said.source ?? 'amazon.com search page',
  origin: 'sandbox' as const,
  url: 'http://127.0.0.1/www.amazon.com/s?k=budget+planner',
  parserVersion: 'amazon-search-1',
  bodyHash: '0'.repeat(64),
});

export const looked = (
  said: Said,
  seen: Partial<Pick<DataOf<'observation.KeywordObserved.v1'>, 'resultCount' | 'listings' | 'page'>> = {},
): Written =>
  written('observation.KeywordObserved.v1', said, {
    ...lookData(said),
    page: 1,
    resultCount: { value: 4000, relation: 'eq' },
    listings: [listing()],
    ...seen,
  });

export const failed = (
  said: Said,
  seen: Partial<Pick<DataOf<'observation.Failed.v1'>, 'reason' | 'detail' | 'look'>> = {},
): Written =>
  written('observation.Failed.v1', said, {
    ...lookData(said),
    bodyHash: null,
    look: 'search',
    reason: 'captcha',
    detail: 'The page asks for letters from a picture.',
    status: 200,
    attempt: 1,
    willRetry: true,
    ...seen,
  });

export const reported = (said: Said, metrics: DataOf<'observation.MetricsReported.v1'>['metrics']): Written =>
  written('observation.MetricsReported.v1', said, {
    ...subject(said),
    source: said.source ?? 'keyword tool',
    origin: 'live',
    metrics,
  });

export const retracted = (said: Said, observation: string): Written =>
  written('observation.Retracted.v1', said, {
    ...subject(said),
    observationId: idOf(observation),
    why: 'the tool sent the figures of another keyword',
  });

export const tracked = (said: Said): Written =>
  written('tracking.KeywordTracked.v1', said, {
    ...subject(said),
    trackedKeywordId: idOf(`tracked ${said.name}`),
    workspace: 'demo',
  });

/** The events as a log would give them, one after another. */
export const log = (...events: readonly Written[]): AnyRecordedEvent[] => recorded(events);
