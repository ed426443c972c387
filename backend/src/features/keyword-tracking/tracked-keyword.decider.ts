import { v5 as uuidV5 } from 'uuid';
import type { AnyNewEvent, AnyRecordedEvent, Revision } from '../../../event-log/event-log.js';
import { metadataOfAsked, type Asked } from '../../../contracts/events/asked.js';
import { keywordId, trackedKeywordId } from '../../../contracts/values/keyword.js';
import type { Country } from '../../../contracts/values/country.js';
import type { Marketplace } from '../../../contracts/values/marketplace.js';

const NAMESPACE = '9c1f7e0a-6d7a-4a55-8c0e-2f5b7f1d3e64';

export interface WatchedKeyword {
  readonly workspace: string;
  readonly keyword: string;
  readonly marketplace: Marketplace;
  readonly country: Country;
}

export const idOf = ({ workspace, marketplace, country, keyword }: WatchedKeyword): string =>
  trackedKeywordId(workspace, keywordId(marketplace, country, keyword));

export const trackedKeywordStream = (id: string): string => `trackedKeyword-${id}`;

export interface TrackedKeywordState {
  /** What is tracked right now; undefined before the first time and after untracking. */
  readonly tracked: WatchedKeyword | undefined;
  /** Place of the newest event, undefined before there is one. */
  readonly last: { readonly revision: Revision; readonly position: bigint } | undefined;
}

export const untouched: TrackedKeywordState = { tracked: undefined, last: undefined };

export function evolve(state: TrackedKeywordState, event: AnyRecordedEvent): TrackedKeywordState {
  const last = { revision: event.revision, position: event.position };
  if (event.type === 'tracking.KeywordUntracked.v1') return { tracked: undefined, last };
  if (event.type !== 'tracking.KeywordTracked.v1') return { ...state, last };
  const { workspace, keyword, marketplace, country } = event.data;
  return { tracked: { workspace, keyword, marketplace, country }, last };
}

const PRODUCER = 'keyword-tracking/1';

// The id follows from the place in the stream: an append that was repeated because it was never answered is the same event.
const newEventId = (id: string, state: TrackedKeywordState): string =>
  uuidV5(`${id}|${(state.last?.revision ?? -1) + 1}`, NAMESPACE);

/** Nothing new where it is tracked already. */
export function decideTrack(state: TrackedKeywordState, wanted: WatchedKeyword, asked: Asked): AnyNewEvent[] {
  if (state.tracked) return [];
  const id = idOf(wanted);
  return [
    {
      id: newEventId(id, state),
      type: 'tracking.KeywordTracked.v1',
      data: { trackedKeywordId: id, ...wanted },
      metadata: metadataOfAsked(asked, PRODUCER, id),
    },
  ];
}

/** Nothing new where it is not tracked (any more). */
export function decideUntrack(state: TrackedKeywordState, asked: Asked): AnyNewEvent[] {
  if (!state.tracked) return [];
  const id = idOf(state.tracked);
  return [
    {
      id: newEventId(id, state),
      type: 'tracking.KeywordUntracked.v1',
      data: { trackedKeywordId: id, ...state.tracked },
      metadata: metadataOfAsked(asked, PRODUCER, id),
    },
  ];
}
