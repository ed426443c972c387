import type { AnyRecordedEvent } from '../../../../event-log/event-log.js';
import type { DataOf, EventType } from '../../../../contracts/events/catalogue.js';
import type { FailureReason } from '../../../../contracts/events/observation/failed/v1.js';
import type { Origin } from '../../../../contracts/events/observation/look.js';
import { keywordId } from '../../../../contracts/values/keyword.js';
import type { Formulas } from '../scoring/formulas.js';
import { pageFigures, type MetricFigures } from '../scoring/page-figures.js';
import type { KeywordName } from './keyword-item.js';

/** A row of `observation`, but for what it left the keyword at. */
export interface ObservationRow {
  readonly event: AnyRecordedEvent;
  readonly keyword: KeywordName;
  /** Whose it is alone; null where all share it. */
  readonly workspace: string | null;
  readonly source: string;
  readonly origin: Origin | null;
  /** A look at the first page of results. */
  readonly firstPage: boolean;
  readonly metrics: MetricFigures | null;
  readonly failure: { readonly reason: FailureReason; readonly detail: string } | null;
  /** Event id of the observation that counts no more from here on. */
  readonly retracts: string | null;
}

/** What one event is to this projection. */
export interface Reading {
  /** Keywords that can be found from now on, though perhaps nothing was seen of them yet. */
  readonly keywords: readonly KeywordName[];
  /** The only workspace for which that holds; null: for all. */
  readonly workspace: string | null;
  readonly row: ObservationRow | null;
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

const nameOf = ({ marketplace, country, keyword }: Omit<KeywordName, 'id'>): KeywordName => ({
  id: keywordId(marketplace, country, keyword),
  keyword,
  marketplace,
  country,
});

/** PostgreSQL's text takes no NUL; the JSON in `data` keeps it, escaped. */
const storable = (text: string): string =>
  text.includes('\u0000') ? text.replaceAll('\u0000', '\uFFFD') : text;

/** The type of an event and its data, from the log or from a row. */
export type ObservedEvent = { [T in EventType]: { readonly type: T; readonly data: DataOf<T> } }[EventType];

/** The metrics of an event's data, by the formulas of some moment; null for what gives none. */
export function metricsOf(event: ObservedEvent, formulas: Formulas): MetricFigures | null {
  if (event.type === 'observation.KeywordObserved.v1') return pageFigures(event.data, formulas);
  if (event.type === 'observation.MetricsReported.v1') return event.data.metrics;
  return null;
}

/** Of people, workspaces and what they searched for: no keyword's numbers come from them. */
type EventOfPeople = Extract<
  AnyRecordedEvent,
  {
    readonly type:
      `account.${string}` | `workspace.${string}` | `research.${string}` | `subscription.${string}`;
  }
>;

const isOfPeople = (event: AnyRecordedEvent): event is EventOfPeople =>
  /^(account|workspace|research|subscription)\./.test(event.type);

/** The keywords that an event speaks of. */
export function keywordsOf(event: AnyRecordedEvent): readonly KeywordName[] {
  if (isOfPeople(event)) return [];
  switch (event.type) {
    case 'observation.KeywordObserved.v1':
    case 'observation.MetricsReported.v1':
    case 'observation.Retracted.v1':
    case 'tracking.KeywordTracked.v1':
      return [nameOf(event.data)];
    case 'observation.Failed.v1':
      // A look at suggestions says nothing about the keyword's numbers, so its failure does not either.
      return event.data.look === 'search' ? [nameOf(event.data)] : [];
    case 'collection.CrawlRequested.v1': {
      const { keyword, country } = event.data;
      return event.data.marketplaces.map((marketplace) => nameOf({ keyword, marketplace, country }));
    }
    case 'collection.DemoSeeded.v1': // kept in a table of its own
    case 'collection.CrawlFinished.v1':
    case 'collection.CrawlFailed.v1':
    case 'observation.SuggestionsObserved.v1':
    case 'tracking.KeywordUntracked.v1': // what was seen stays
      return [];
  }
}

/**
 * Looks at public pages are shared, whoever asked for them. What a workspace posted or took back is its own, and moves nobody
 * else's numbers; figures without a workspace (the demo's past) are shared.
 */
function ownerOf(event: AnyRecordedEvent): string | null {
  const isOwn = event.type === 'observation.MetricsReported.v1' || event.type === 'observation.Retracted.v1';
  return (isOwn ? event.metadata.workspace : undefined) ?? null;
}

/** @param owns whether a keyword, by its id, is ours to write: an event may speak of several */
export function readingOf(
  event: AnyRecordedEvent,
  formulas: Formulas,
  owns: (keywordId: string) => boolean,
): Reading {
  const keywords = keywordsOf(event).filter(({ id }) => owns(id));
  const [keyword] = keywords;
  const workspace = ownerOf(event);
  return { keywords, workspace, row: keyword ? rowOf(event, keyword, formulas) : null };
}

function rowOf(event: AnyRecordedEvent, keyword: KeywordName, formulas: Formulas): ObservationRow | null {
  if (isOfPeople(event)) return null;
  const workspace = ownerOf(event);
  switch (event.type) {
    case 'observation.KeywordObserved.v1':
    case 'observation.MetricsReported.v1':
      return {
        event,
        keyword,
        workspace,
        source: storable(event.data.source),
        origin: event.data.origin,
        firstPage: 'page' in event.data && event.data.page === 1,
        metrics: metricsOf(event, formulas),
        failure: null,
        retracts: null,
      };
    case 'observation.Failed.v1': {
      const { source, origin, reason, detail } = event.data;
      const failure = { reason, detail: storable(detail) };
      return { event, keyword, workspace, source: storable(source), origin, firstPage: false, metrics: null, failure, retracts: null }; // prettier-ignore
    }
    case 'observation.Retracted.v1': {
      const { observationId } = event.data;
      return { event, keyword, workspace, source: '', origin: null, firstPage: false, metrics: null, failure: null, retracts: observationId.toLowerCase() }; // prettier-ignore
    }
    case 'collection.CrawlRequested.v1':
    case 'collection.CrawlFinished.v1':
    case 'collection.CrawlFailed.v1':
    case 'collection.DemoSeeded.v1':
    case 'observation.SuggestionsObserved.v1':
    case 'tracking.KeywordTracked.v1':
    case 'tracking.KeywordUntracked.v1':
      return null;
  }
}
