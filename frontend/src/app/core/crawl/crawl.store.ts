import { HttpClient } from '@angular/common/http';
import { DestroyRef, Injectable, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { firstValueFrom } from 'rxjs';
import type { Country, Crawl, CrawlAccepted, Marketplace } from '../../api/types.js';
import { ErrorBannerStore } from '../errors/error-banner.store.js';
import { failureOf, type Failure } from '../errors/problem.js';
import { LiveUpdatesStore } from '../live/live-updates.store.js';

const URL = '/api/v1/crawls';
/** Progress also comes by itself; this is for when the live line is down. */
const POLL_MS = 2_000;

/** One live look at marketplaces, asked for on this page, and how far it is. Each page that starts looks provides its own. */
@Injectable()
export class CrawlStore {
  private readonly http = inject(HttpClient);
  private readonly errors = inject(ErrorBannerStore);
  readonly crawl = signal<Crawl | null>(null);
  readonly failure = signal<Failure | null>(null);
  readonly starting = signal(false);
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    inject(LiveUpdatesStore)
      .of('crawls')
      .pipe(takeUntilDestroyed())
      .subscribe((moved) => {
        const id = this.crawl()?.id;
        if (id && !this.ended() && (moved.keys === null || moved.keys.includes(id))) void this.read(id);
      });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  ended(): boolean {
    const status = this.crawl()?.status;
    return status === 'finished' || status === 'failed';
  }

  async start(keyword: string, marketplaces: readonly Marketplace[], country: Country): Promise<void> {
    this.starting.set(true);
    this.failure.set(null);
    this.errors.dismiss();
    try {
      const { id, position } = await firstValueFrom(
        this.http.post<CrawlAccepted>(URL, { keyword, marketplaces, country }),
      );
      this.crawl.set({
        id,
        keyword,
        country,
        marketplaces: [...marketplaces],
        status: 'queued',
        progress: 0,
        observations: 0,
        failures: [],
        requestedAt: new Date().toISOString(),
      });
      await this.read(id, position);
    } catch (error) {
      this.errors.show(error);
    } finally {
      this.starting.set(false);
    }
  }

  close(): void {
    clearTimeout(this.timer);
    this.crawl.set(null);
    this.failure.set(null);
  }

  private async read(id: string, minPosition?: string): Promise<void> {
    clearTimeout(this.timer);
    try {
      const params = minPosition ? { minPosition } : {};
      const crawl = await firstValueFrom(
        this.http.get<Crawl>(`${URL}/${encodeURIComponent(id)}`, { params }),
      );
      if (this.crawl()?.id !== id) return;
      this.crawl.set(crawl);
      this.failure.set(null);
    } catch (error) {
      if (this.crawl()?.id !== id) return;
      this.failure.set(failureOf(error));
    }
    if (!this.ended()) this.timer = setTimeout(() => void this.read(id), POLL_MS);
  }
}
