import type { KeywordItem, KeywordPage } from '../../api/types.js';
import type { Failure } from '../../core/errors/problem.js';

/** The rows found so far, and what is happening to them. */
export interface KeywordList {
  items: readonly KeywordItem[];
  nextCursor: string | null;
  /** How the query was met: `similar` where nothing holds it and close spellings are shown instead. */
  match: KeywordPage['match'];
  state: 'loading' | 'loading-more' | 'ready' | 'failed';
  failure: Failure | null;
}

export const EMPTY_LIST: KeywordList = {
  items: [],
  nextCursor: null,
  match: 'all',
  state: 'loading',
  failure: null,
};

/** A new search begins; what was found before is no answer to it. */
export function listStarted(): KeywordList {
  return EMPTY_LIST;
}

export function moreWanted(list: KeywordList): KeywordList {
  return { ...list, state: 'loading-more', failure: null };
}

/** The first page again: takes the place of everything that was read before it. */
export function listReplaced(page: KeywordPage): KeywordList {
  return { items: page.items, nextCursor: page.nextCursor, match: page.match, state: 'ready', failure: null };
}

/** Adds a page. A row that moved between two pages while the list was read is shown once, where it was first. */
export function pageArrived(list: KeywordList, page: KeywordPage): KeywordList {
  const known = new Set(list.items.map((item) => item.id));
  const fresh = page.items.filter((item) => !known.has(item.id));
  return {
    items: [...list.items, ...fresh],
    nextCursor: page.nextCursor,
    match: page.match,
    state: 'ready',
    failure: null,
  };
}

/** What was loaded stays; only the failure is added. */
export function listFailed(list: KeywordList, failure: Failure): KeywordList {
  return { ...list, state: 'failed', failure };
}

/** Puts newer readings into their rows, without moving any row under the reader's eyes. */
export function rowsRefreshed(list: KeywordList, newer: readonly KeywordItem[]): KeywordList {
  const byId = new Map(newer.map((item) => [item.id, item]));
  return { ...list, items: list.items.map((item) => byId.get(item.id) ?? item) };
}
