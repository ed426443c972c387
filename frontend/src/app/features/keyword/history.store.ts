import { HttpClient } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import type { Subscription } from 'rxjs';
import type { HistoryEvent, HistoryPage } from '../../api/types.js';
import { failureOf, type Failure } from '../../core/errors/problem.js';

const PAGE = 20;

interface History {
  items: readonly HistoryEvent[];
  nextCursor: string | null;
  state: 'loading' | 'loading-more' | 'ready' | 'failed';
  failure: Failure | null;
}
const EMPTY: History = { items: [], nextCursor: null, state: 'loading', failure: null };

/** The events behind a keyword, newest first, page by page. */
@Injectable()
export class HistoryStore {
  private readonly http = inject(HttpClient);
  private readonly history = signal<History>(EMPTY);
  private subject: { id: string; asOf: string | null } | null = null;
  private reading: Subscription | undefined;

  readonly items = computed(() => this.history().items);
  readonly state = computed(() => this.history().state);
  readonly failure = computed(() => this.history().failure);
  readonly hasMore = computed(() => this.history().nextCursor !== null);

  show(id: string, asOf: string | null): void {
    if (this.subject?.id === id && this.subject.asOf === asOf) return;
    this.subject = { id, asOf };
    this.history.set(EMPTY);
    this.read(null);
  }

  /** Reads the newest events again; those that were paged in stay below them. */
  refresh(): void {
    this.read(null);
  }

  more(): void {
    const { nextCursor, state } = this.history();
    if (!nextCursor || state === 'loading-more') return;
    this.history.update((h) => ({ ...h, state: 'loading-more' }));
    this.read(nextCursor);
  }

  private read(cursor: string | null): void {
    if (!this.subject) return;
    const { id, asOf } = this.subject;
    this.reading?.unsubscribe();
    const params = { limit: PAGE, ...(cursor ? { cursor } : {}), ...(asOf ? { asOf } : {}) };
    this.reading = this.http
      .get<HistoryPage>(`/api/v1/keywords/${encodeURIComponent(id)}/history`, { params })
      .subscribe({
        next: (page) => this.history.update((h) => joined(h, page, cursor !== null)),
        error: (error: unknown) =>
          this.history.update((h) => ({ ...h, state: 'failed', failure: failureOf(error) })),
      });
  }
}

/** An event has one place in the log, so pages join by it whatever order they came in. */
function joined(history: History, page: HistoryPage, older: boolean): History {
  const byId = new Map([...history.items, ...page.items].map((event) => [event.eventId, event]));
  const items = [...byId.values()].sort((a, b) => (BigInt(a.position) < BigInt(b.position) ? 1 : -1));
  const nextCursor = older || history.items.length === 0 ? page.nextCursor : history.nextCursor;
  return { items, nextCursor, state: 'ready', failure: null };
}
