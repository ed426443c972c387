import { HttpClient } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { debounceTime, firstValueFrom } from 'rxjs';
import type { TrackBody, Tracked, TrackedKeyword, TrackedKeywordPage, Untracked } from '../../api/types.js';
import { ErrorBannerStore } from '../errors/error-banner.store.js';
import { failureOf, type Failure } from '../errors/problem.js';
import { FirstStepsStore } from '../first-steps/first-steps.store.js';
import { LiveUpdatesStore } from '../live/live-updates.store.js';

const URL = '/api/v1/tracked-keywords';
const PAGE = 200;
const SETTLE_MS = 400;

/** The tracked keywords of the workspace: one list for every page that has a track button. */
@Injectable({ providedIn: 'root' })
export class TrackedKeywordsStore {
  private readonly http = inject(HttpClient);
  private readonly errors = inject(ErrorBannerStore);
  private readonly firstSteps = inject(FirstStepsStore);
  private readonly list = signal<readonly TrackedKeyword[] | null>(null);
  private wanted = 0;

  readonly failure = signal<Failure | null>(null);
  readonly items = computed(() => this.list() ?? []);
  readonly loaded = computed(() => this.list() !== null);
  private readonly byKeywordId = computed(() => new Map(this.items().map((t) => [t.keywordId, t])));

  constructor() {
    void this.load();
    inject(LiveUpdatesStore)
      .of('tracked-keywords')
      .pipe(debounceTime(SETTLE_MS), takeUntilDestroyed())
      .subscribe(() => void this.load());
  }

  tracked(keywordId: string): TrackedKeyword | undefined {
    return this.byKeywordId().get(keywordId);
  }

  /** Reads the whole list; a later reading wins over an earlier one that comes back last. */
  async load(minPosition?: string): Promise<void> {
    const turn = ++this.wanted;
    try {
      const items: TrackedKeyword[] = [];
      let cursor: string | null = null;
      do {
        const page: TrackedKeywordPage = await firstValueFrom(
          this.http.get<TrackedKeywordPage>(URL, {
            params: { limit: PAGE, ...(cursor ? { cursor } : {}), ...(minPosition ? { minPosition } : {}) },
          }),
        );
        items.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor);
      if (turn !== this.wanted) return;
      this.list.set(items);
      this.failure.set(null);
    } catch (error) {
      if (turn === this.wanted) this.failure.set(failureOf(error));
    }
  }

  /** Starts to track; false where that failed, which the error banner then says. */
  async track({ keyword, marketplace, country }: TrackBody): Promise<boolean> {
    this.errors.dismiss();
    try {
      const body = { keyword, marketplace, country };
      const { position } = await firstValueFrom(this.http.post<Tracked>(URL, body));
      this.firstSteps.complete('track');
      await this.load(position);
      return true;
    } catch (error) {
      this.errors.show(error);
      return false;
    }
  }

  async untrack(tracked: TrackedKeyword): Promise<boolean> {
    const before = this.list();
    this.list.update((items) => items?.filter((t) => t.id !== tracked.id) ?? null);
    try {
      const answer = await firstValueFrom(
        this.http.delete<Untracked>(`${URL}/${encodeURIComponent(tracked.id)}`),
      );
      await this.load(answer.position);
      return true;
    } catch (error) {
      this.list.set(before);
      this.errors.show(error);
      return false;
    }
  }
}
