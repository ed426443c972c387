import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { catchError, forkJoin, map, of } from 'rxjs';
import type { KeywordItem, Marketplace, Suggestions } from '../../api/types.js';
import { sameKeyword } from '../../core/same-keyword.js';

const MOST = 200;

/** The same words on the other marketplaces of the same country, as far as anybody has looked. */
@Injectable()
export class SiblingsStore {
  private readonly http = inject(HttpClient);
  private readonly of = signal<Pick<KeywordItem, 'keyword' | 'marketplace' | 'country'> | null>(null);

  /** Known keywords and seen suggestions that begin with these words; small, where the list of keywords would be heavy. */
  private readonly beginning = httpResource<Suggestions>(() => {
    const keyword = this.of();
    return keyword
      ? {
          url: '/api/v1/suggestions',
          params: { prefix: keyword.keyword, country: keyword.country, limit: MOST },
        }
      : undefined;
  });
  private readonly candidates = computed(() => {
    const keyword = this.of();
    if (!keyword || !this.beginning.hasValue()) return [];
    return this.beginning
      .value()
      .items.filter((s) => s.marketplace !== keyword.marketplace && sameKeyword(s.keyword, keyword.keyword))
      .map(({ marketplace, keywordId }) => ({ marketplace, id: keywordId }));
  });
  /** A suggestion may have been seen without anybody having looked it up: then it has no page to lead to. */
  private readonly checked = rxResource({
    params: () => this.candidates(),
    stream: ({ params }) => (params.length === 0 ? of([]) : forkJoin(params.map((c) => this.exists(c)))),
  });

  readonly ids = computed<Partial<Record<Marketplace, string>>>(() => {
    const found = this.checked.hasValue() ? this.checked.value() : [];
    return Object.fromEntries(found.filter((c) => c.known).map(({ marketplace, id }) => [marketplace, id]));
  });

  show(keyword: Pick<KeywordItem, 'keyword' | 'marketplace' | 'country'>): void {
    const shown = this.of();
    if (
      shown?.keyword === keyword.keyword &&
      shown.marketplace === keyword.marketplace &&
      shown.country === keyword.country
    )
      return;
    this.of.set(keyword);
  }

  refresh(): void {
    this.beginning.reload();
  }

  private exists(candidate: { marketplace: Marketplace; id: string }) {
    return this.http.get(`/api/v1/keywords/${encodeURIComponent(candidate.id)}`).pipe(
      map(() => ({ ...candidate, known: true })),
      catchError(() => of({ ...candidate, known: false })),
    );
  }
}
