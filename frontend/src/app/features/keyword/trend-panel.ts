import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { MatButtonToggle, MatButtonToggleGroup } from '@angular/material/button-toggle';
import type { Interval, TrendMetric, TrendPoint } from '../../api/types.js';
import { METRIC_UNITS } from '../../api/vocabulary.js';
import { LanguageStore } from '../../core/i18n/language.store.js';
import { WordsStore } from '../../core/i18n/words.store.js';
import { TrendChart } from '../../ui/charts/trend-chart.js';
import { FailurePanel } from '../../ui/failure-panel.js';
import { KindMark } from '../../ui/kind-mark.js';
import { Skeleton } from '../../ui/skeleton.js';
import type { KeywordStore } from './keyword.store.js';
import { KeywordWordsStore } from './keyword-words.store.js';

const CHART_METRICS = [
  'searchVolume', 'resultCount', 'competition', 'cpc', 'averagePrice', 'minPrice', 'maxPrice', 'opportunity',
] as const satisfies readonly TrendMetric[]; // prettier-ignore
const INTERVALS: readonly Interval[] = ['day', 'week', 'month'];

/** The trend of one metric as a chart or as a table, with every failed look in words. */
@Component({
  selector: 'dk-trend-panel',
  imports: [FailurePanel, KindMark, MatButtonToggle, MatButtonToggleGroup, Skeleton, TrendChart],
  templateUrl: './trend-panel.html',
  styleUrl: './trend-panel.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TrendPanel {
  readonly store = input.required<KeywordStore>();

  protected readonly language = inject(LanguageStore);
  protected readonly sentences = inject(KeywordWordsStore);
  protected readonly words = inject(WordsStore);
  protected readonly metrics = CHART_METRICS;
  protected readonly intervals = INTERVALS;
  protected readonly view = signal<'chart' | 'table'>('chart');
  protected readonly unit = computed(() => METRIC_UNITS[this.store().metric()]);
  protected readonly name = computed(() => this.language.t().metrics[this.store().metric()]);
  protected readonly unitWords = computed(() => this.words.unit(this.store().metric()));
  protected readonly points = computed(() => this.store().trend()?.points ?? []);
  protected readonly failed = computed(() => this.points().filter((p) => p.value === null));
  protected readonly newestFirst = computed(() => [...this.points()].reverse());
  protected readonly label = computed(() =>
    this.sentences.t().trendLabel(this.name(), this.points().length - this.failed().length),
  );

  protected chooseMetric(value: string): void {
    const metric = CHART_METRICS.find((m) => m === value);
    if (metric) this.store().metric.set(metric);
  }

  protected chooseInterval(value: Interval): void {
    this.store().interval.set(value);
  }

  protected valueOf(point: TrendPoint): string {
    return point.value === null
      ? this.language.t().figure.failedPoint(this.words.failure(point.reason ?? 'other'))
      : this.words.measure(
          { ...point, value: point.value, currency: this.store().trend()?.currency },
          this.unit(),
          'exact',
        );
  }
}
