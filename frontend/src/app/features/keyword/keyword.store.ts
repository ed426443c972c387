import { httpResource } from '@angular/common/http';
import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { bufferTime, filter } from 'rxjs';
import type { Interval, KeywordDetail, Listings, Suggestions, Trend, TrendMetric } from '../../api/types.js';
import { failureOf } from '../../core/errors/problem.js';
import { lasting } from '../../core/lasting.js';
import { LiveUpdatesStore } from '../../core/live/live-updates.store.js';
import { HistoryStore } from './history.store.js';
import { SiblingsStore } from './siblings.store.js';

const GATHER_MS = 500;
const SPARK_METRICS = ['competition', 'cpc', 'averagePrice', 'opportunity'] as const;
const SPARK_DAYS = 366;

/** Everything that the page of one keyword shows, now or as known on a past day. */
@Injectable()
export class KeywordStore {
  readonly id = signal('');
  /** null: now. */
  readonly asOf = signal<string | null>(null);
  readonly metric = signal<TrendMetric>('searchVolume');
  readonly interval = signal<Interval>('week');
  readonly history = inject(HistoryStore);
  private readonly siblings = inject(SiblingsStore);

  private readonly url = computed(() =>
    this.id() ? `/api/v1/keywords/${encodeURIComponent(this.id())}` : undefined,
  );

  private readonly detail = httpResource<KeywordDetail>(() => this.read(''));
  private readonly lastDetail = lasting(this.detail, this.id);
  readonly keyword = computed(() => {
    const known = this.lastDetail();
    return known?.id === this.id() ? known : undefined;
  });
  readonly loading = this.detail.isLoading;
  readonly failure = computed(() => {
    const error = this.detail.error();
    return error ? failureOf(error) : null;
  });

  private readonly trendResource = httpResource<Trend>(() =>
    this.read('/trend', { metric: this.metric(), interval: this.interval() }),
  );
  readonly trend = lasting(this.trendResource, () => `${this.id()} ${this.metric()}`);
  readonly trendFailure = computed(() => {
    const error = this.trendResource.error();
    return error ? failureOf(error) : null;
  });

  private readonly listingsResource = httpResource<Listings>(() => this.read('/listings'));
  readonly listings = lasting(this.listingsResource, this.id);
  readonly listingsFailure = computed(() => {
    const error = this.listingsResource.error();
    return error ? failureOf(error) : null;
  });

  private readonly sparkResources = SPARK_METRICS.map((metric) => ({
    metric,
    resource: httpResource<Trend>(() =>
      this.read('/trend', { metric, interval: 'week', from: daysBefore(this.asOf(), SPARK_DAYS) }),
    ),
  }));
  /** Weekly values of the last year for the small charts of the cards; demand comes with the keyword itself. */
  readonly sparks = computed(() => {
    const sparks: Partial<Record<TrendMetric, Trend>> = {};
    for (const { metric, resource } of this.sparkResources) {
      if (resource.hasValue()) sparks[metric] = resource.value();
    }
    return sparks;
  });

  /** What begins with this keyword, here: suggestions seen and keywords known. It is always of now. */
  private readonly relatedResource = httpResource<Suggestions>(() => {
    const keyword = this.keyword();
    if (!keyword || this.asOf() !== null) return undefined;
    const { keyword: prefix, marketplace, country } = keyword;
    return { url: '/api/v1/suggestions', params: { prefix, marketplace, country } };
  });
  readonly related = computed(() =>
    this.relatedResource.hasValue() ? this.relatedResource.value().items : [],
  );

  constructor() {
    effect(() => {
      const keyword = this.keyword();
      if (keyword) untracked(() => this.siblings.show(keyword));
    });
    inject(LiveUpdatesStore)
      .of('keywords')
      .pipe(
        filter((moved) => this.asOf() === null && (moved.keys === null || moved.keys.includes(this.id()))),
        bufferTime(GATHER_MS),
        filter((moved) => moved.length > 0),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.reload());
  }

  show(id: string, asOf: string | null): void {
    this.id.set(id);
    this.asOf.set(asOf);
    this.history.show(id, asOf);
  }

  reload(): void {
    this.detail.reload();
    this.trendResource.reload();
    this.listingsResource.reload();
    for (const { resource } of this.sparkResources) resource.reload();
    this.relatedResource.reload();
    this.siblings.refresh();
    this.history.refresh();
  }

  private read(path: string, params: Record<string, string> = {}) {
    const url = this.url();
    const asOf = this.asOf();
    return url ? { url: url + path, params: { ...params, ...(asOf ? { asOf } : {}) } } : undefined;
  }
}

function daysBefore(day: string | null, days: number): string {
  const end = day ? Date.parse(day) : Date.now();
  return new Date(end - days * 86_400_000).toISOString().slice(0, 10);
}
