import type { AnyRecordedEvent } from '../../../../event-log/event-log.js';
import type { DataOf, EventType } from '../../../../contracts/events/catalogue.js';
import type { FailureReason } from '../../../../contracts/events/observation/failed/v1.js';
import type { Origin } from '../../../../contracts/events/observation/look.js';
import { keywordId } from '../../../../contracts/values/keyword.js';
import type { Formulas } from '../scoring/formulas.js';
import { pageFigures, type MetricFigures } from '../scoring/page-figures.js';
import type { KeywordName } from './keyword-item.js';

/** A row of `observation`, as it is written. */
export interface ObservationRow {
  readonly event: AnyRecordedEvent;
  readonly keyword: KeywordName;
  readonly source: string;
  readonly origin: Origin | null;
  /** A look at the first page of results. */
  readonly firstPage: boolean;
  readonly metrics: MetricFigures | null;
  readonly failure: { readonly reason: FailureReason; readonly detail: string } | null;
}

/** What one event is to this projection. */
export interface Reading {
  /** Keywords that can be found from now on, though perhaps nothing was seen of them yet. */
  readonly keywords: readonly KeywordName[];
  readonly row: ObservationRow | null;
  /** Event id of the observation that counts no more. */
  readonly retracts: string | null;
}

export const KEYWORD_EVENTS = [
  'observation.KeywordObserved.v1',
  'observation.Failed.v1',
  'observation.MetricsReported.v1',
  'observation.Retracted.v1',
  'tracking.KeywordTracked.v1',
  'collection.CrawlRequested.v1',
  'collection.DemoSeeded.v1',
] as const satisfies readonly EventType[];

const nameOf = (data: Omit<KeywordName, 'id'>): KeywordName => ({
  id: keywordId(data.marketplace, data.country, data.keyword),
  keyword: data.keyword,
  marketplace: data.marketplace,
  country: data.country,
});

/** PostgreSQL's text takes no NUL; the JSON in `data` keeps it, escaped. */
const storable = (text: string): string => text.replaceAll('\u0000', '\uFFFD');

const NO_READING: Reading = { keywords: [], row: null, retracts: null };

/** The type of an event and its data, from the log or from a row. */
export type ObservedEvent = { [T in EventType]: { readonly type: T; readonly data: DataOf<T> } }[EventType];

/** The metrics of an event's data, by the formulas of some moment; null for what gives none. */
export function metricsOf(event: ObservedEvent, formulas: Formulas): MetricFigures | null {
  if (event.type === 'observation.KeywordObserved.v1') return pageFigures(event.data, formulas);
  if (event.type === 'observation.MetricsReported.v1') return event.data.metrics;
  return null;
}

export function readingOf(event: AnyRecordedEvent, formulas: Formulas): Reading {
  const row = (keyword: KeywordName, rest: Partial<ObservationRow>): Reading => ({
    keywords: [keyword],
    row: {
      event,
      keyword,
      source: 'source' in event.data ? storable(event.data.source) : '',
      origin: 'origin' in event.data ? event.data.origin : null,
      firstPage: 'page' in event.data && event.data.page === 1,
      metrics: metricsOf(event, formulas),
      failure: null,
      ...rest,
    },
    retracts: null,
  });
  switch (event.type) {
    case 'observation.KeywordObserved.v1':
    case 'observation.MetricsReported.v1':
      return row(nameOf(event.data), {});
    case 'observation.Failed.v1': {
      // A look at suggestions says nothing about the keyword's numbers, so its failure does not either.
      if (event.data.look !== 'search') return NO_READING;
      const { reason, detail } = event.data;
      return row(nameOf(event.data), { failure: { reason, detail: storable(detail) } });
    }
    case 'observation.Retracted.v1':
      return { ...row(nameOf(event.data), {}), retracts: event.data.observationId };
    case 'tracking.KeywordTracked.v1':
      return { ...NO_READING, keywords: [nameOf(event.data)] };
    case 'collection.CrawlRequested.v1': {
      const { keyword, country } = event.data;
      return {
        ...NO_READING,
        keywords: event.data.marketplaces.map((marketplace) => nameOf({ keyword, marketplace, country })),
      };
    }
    case 'collection.DemoSeeded.v1': // kept in a table of its own
    case 'collection.CrawlFinished.v1':
    case 'collection.CrawlFailed.v1':
    case 'observation.SuggestionsObserved.v1':
    case 'tracking.KeywordUntracked.v1': // what was seen stays
      return NO_READING;
  }
}
