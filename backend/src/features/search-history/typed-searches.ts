import type { DataOf } from '../../../contracts/events/catalogue.js';
import { normalizeKeyword } from '../../../contracts/values/keyword.js';
import type { Found } from './found-in-answer.js';

/** A later query that goes on within this time is the same search, typed further. */
export const STILL_TYPING_MS = 5_000;
/** A search waits so long for the next letter, and for others of its person, before it is written. */
export const QUIET_MS = 500;
/** What waits is bounded, for the store may not answer: what comes above is not kept. */
export const MOST_WAITING = 1_000;
/** No hand searches faster; a program that asks in a person's name must not fill the log. */
export const MOST_WAITING_A_PERSON = 10;

/** What was asked for beside the text. */
export type Filters = DataOf<'research.KeywordsSearched.v1'>['filters'];

/** A search that was answered. */
export interface NoticedSearch {
  readonly accountId: string;
  readonly workspaceId: string;
  readonly requestId: string;
  /** ISO 8601. */
  readonly at: string;
  readonly query: string;
  readonly filters: Filters;
  readonly found: Found;
}

export interface WaitingSearch extends NoticedSearch {
  readonly searchId: string;
}

interface Latest {
  readonly searchId: string;
  /** Normalised. */
  readonly text: string;
  /** What must be equal for a search to go on. */
  readonly frame: string;
  readonly atMs: number;
}

interface Waiting {
  readonly search: WaitingSearch;
  readonly atMs: number;
}

/**
 * Searches of many persons, one after another, of which those that were typed letter by letter become one: a query that extends the
 * person's last one takes its place while it waits, and takes its id where it was written already, so that the history has one either
 * way. Each process knows those that it answered alone: letters that several processes answered may make several searches.
 */
export class TypedSearches {
  /** Of each person; whose last one came last stands last. */
  private readonly latest = new Map<string, Latest>();
  private readonly waiting = new Map<string, Waiting>();
  private readonly waitingOf = new Map<string, number>();

  constructor(private readonly newId: () => string) {}

  get isEmpty(): boolean {
    return this.waiting.size === 0;
  }

  /** False where `notice` would drop it, so that nobody need read what was found. */
  mayKeep(accountId: string, query: string): boolean {
    if (this.hasRoomFor(accountId)) return true;
    const last = this.latest.get(accountId);
    return last !== undefined && normalizeKeyword(query).startsWith(last.text);
  }

  /** @param nowMs never less than before @returns false where too many wait already: it is not kept */
  notice(search: NoticedSearch, nowMs: number): boolean {
    this.forgetLatest(nowMs);
    const { accountId } = search;
    const text = normalizeKeyword(search.query);
    const frame = JSON.stringify([search.workspaceId, search.filters, search.found.asOf]);
    const last = this.latest.get(accountId);
    const goesOn = last !== undefined && last.frame === frame && text.startsWith(last.text);
    const searchId = goesOn ? last.searchId : this.newId();
    const isNew = !this.waiting.has(searchId);
    if (isNew && !this.hasRoomFor(accountId)) return false;
    this.latest.delete(accountId);
    this.latest.set(accountId, { searchId, text, frame, atMs: nowMs });
    this.waiting.delete(searchId);
    this.waiting.set(searchId, { search: { ...search, searchId }, atMs: nowMs });
    if (isNew) this.waitingOf.set(accountId, (this.waitingOf.get(accountId) ?? 0) + 1);
    return true;
  }

  /** Takes what has been quiet for long enough, or everything; oldest first. */
  take(nowMs = Infinity): WaitingSearch[] {
    const taken: WaitingSearch[] = [];
    for (const [searchId, { search, atMs }] of this.waiting) {
      if (atMs > nowMs - QUIET_MS) break;
      this.waiting.delete(searchId);
      this.oneLess(search.accountId);
      taken.push(search);
    }
    return taken;
  }

  private hasRoomFor(accountId: string): boolean {
    return this.waiting.size < MOST_WAITING && (this.waitingOf.get(accountId) ?? 0) < MOST_WAITING_A_PERSON;
  }

  private oneLess(accountId: string): void {
    const left = (this.waitingOf.get(accountId) ?? 0) - 1;
    if (left > 0) this.waitingOf.set(accountId, left);
    else this.waitingOf.delete(accountId);
  }

  private forgetLatest(nowMs: number): void {
    for (const [accountId, { atMs }] of this.latest) {
      if (atMs >= nowMs - STILL_TYPING_MS) break;
      this.latest.delete(accountId);
    }
  }
}
