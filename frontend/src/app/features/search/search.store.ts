import { HttpClient } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Subscription, bufferTime, filter, firstValueFrom } from 'rxjs';
import type { KeywordItem, KeywordPage, Moved } from '../../api/types.js';
import { failureOf } from '../../core/errors/problem.js';
import { LiveUpdatesStore } from '../../core/live/live-updates.store.js';
import { touched } from '../../core/live/moved.js';
import {
  EMPTY_LIST,
  listFailed,
  listReplaced,
  listStarted,
  moreWanted,
  pageArrived,
  rowsRefreshed,
  type KeywordList,
} from './keyword-list.js';
import { filtersFrom, requestParams, type SearchFilters } from './search-filters.js';

const URL = '/api/v1/keywords';
const PAGE = 50;
/** Live messages are gathered this long, so that a busy crawl costs one request and not fifty. */
const GATHER_MS = 1_000;
/** Up to so many moved rows are read one by one; more are read as a list. */
const ONE_BY_ONE = 4;
const MAX_LIMIT = 200;

/** The list of keywords that fits the filters, read page by page, and kept true while it is on screen. */
@Injectable()
export class SearchStore {
  private readonly http = inject(HttpClient);
  private readonly list = signal<KeywordList>(EMPTY_LIST);
  private reading: Subscription | undefined;
  /** A look is expected to bring keywords that are not in the list yet, so whatever moves, the list is read again. */
  private newcomers = false;

  readonly filters = signal<SearchFilters>(filtersFrom({}));
  readonly items = computed(() => this.list().items);
  readonly state = computed(() => this.list().state);
  readonly failure = computed(() => this.list().failure);
  readonly similarOnly = computed(() => this.list().match === 'similar' && this.items().length > 0);
  readonly hasMore = computed(() => this.list().nextCursor !== null);

  constructor() {
    inject(LiveUpdatesStore)
      .of('keywords')
      .pipe(
        bufferTime(GATHER_MS),
        // What moves now changes nothing of what was known on a past day.
        filter((moved) => moved.length > 0 && this.filters().asOf === null),
        takeUntilDestroyed(),
      )
      .subscribe((moved) => void this.refresh(moved));
  }

  search(filters: SearchFilters): void {
    this.filters.set(filters);
    this.list.set(listStarted());
    this.read({});
  }

  /** Reads the list again, e.g. after a look has brought new keywords. */
  reload(): void {
    this.read({}, true);
  }

  expectNewcomers(expected: boolean): void {
    this.newcomers = expected;
  }

  more(): void {
    const { nextCursor, state } = this.list();
    if (!nextCursor || state === 'loading' || state === 'loading-more') return;
    this.list.update(moreWanted);
    this.read({ cursor: nextCursor });
  }

  retry(): void {
    if (this.list().items.length > 0 && this.hasMore()) this.more();
    else this.reload();
  }

  private read(extra: Record<string, string>, replace = false): void {
    this.reading?.unsubscribe();
    const params = { ...requestParams(this.filters()), limit: PAGE, ...extra };
    this.reading = this.http.get<KeywordPage>(URL, { params }).subscribe({
      next: (page) => this.list.update((list) => (replace ? listReplaced(page) : pageArrived(list, page))),
      error: (error: unknown) => this.list.update((list) => listFailed(list, failureOf(error))),
    });
  }

  private async refresh(moved: readonly Moved[]): Promise<void> {
    if (this.newcomers) return this.reload();
    const shown = this.items().map((item) => item.id);
    const ids = [...new Set(moved.flatMap((m) => touched(m, shown)))];
    if (ids.length === 0) return;
    try {
      const newer = ids.length <= ONE_BY_ONE ? await this.readEach(ids) : await this.readFirst(shown.length);
      this.list.update((list) => rowsRefreshed(list, newer));
    } catch (error) {
      // The rows on screen are still what was known when they were read, and their age says so.
      reportError(new Error('Rows that moved could not be read again', { cause: error }));
    }
  }

  private readEach(ids: readonly string[]): Promise<KeywordItem[]> {
    return Promise.all(
      ids.map((id) => firstValueFrom(this.http.get<KeywordItem>(`${URL}/${encodeURIComponent(id)}`))),
    );
  }

  private async readFirst(count: number): Promise<KeywordItem[]> {
    const params = { ...requestParams(this.filters()), limit: Math.max(PAGE, Math.min(MAX_LIMIT, count)) };
    return (await firstValueFrom(this.http.get<KeywordPage>(URL, { params }))).items;
  }
}
