import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  inject,
  input,
  signal,
} from '@angular/core';
import { ScaleType, type Color } from '@swimlane/ngx-charts';
import type { TrendPoint } from '../../api/types.js';
import type { Unit } from '../../api/vocabulary.js';
import { LanguageStore } from '../../core/i18n/language.store.js';
import { WordsStore } from '../../core/i18n/words.store.js';
import { minorUnits } from '../figures/measure-format.js';
import { LineWithFailures } from './line-with-failures.js';
import { trendSeries, type ChartValue, type FailedMark } from './trend-series.js';

const HEIGHT_PX = 280;
const CENTS_BELOW = 10;
/** Ticks of a shorter axis stand closer than a month. */
const DAYS_BELOW_MS = 200 * 86_400_000;

/** One metric over time: the observed line, zero baseline, failed looks as hollow points. */
@Component({
  selector: 'dk-trend-chart',
  imports: [LineWithFailures],
  template: `<figure role="img" [attr.aria-label]="label()">
    @if (width()) {
      <dk-line-with-failures
        [view]="[width(), height]"
        [results]="results()"
        [dots]="series().dots"
        [failures]="series().failed"
        [xScaleMin]="series().span?.[0] ?? 0"
        [xScaleMax]="series().span?.[1] ?? 0"
        [describeFailure]="describe"
        [scheme]="scheme"
        [xAxis]="true"
        [yAxis]="true"
        [yScaleMin]="0"
        [xAxisTickFormatting]="tickDay()"
        [yAxisTickFormatting]="tickValue()"
      >
        <ng-template #seriesTooltipTemplate let-model="model">
          @if (valueAt(model); as v) {
            <strong>{{ words.measure(measureOf(v.point), unit(), 'exact') }}</strong> {{ unitWords() }}
            <br />{{ words.day(v.point.date) }} · {{ kind(v.point) }}
          }
        </ng-template>
      </dk-line-with-failures>
    }
  </figure>`,
  styles: `
    :host {
      display: block;
      min-height: 280px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TrendChart {
  readonly points = input.required<readonly TrendPoint[]>();
  readonly unit = input.required<Unit>();
  readonly currency = input<string | undefined>();
  /** The unit in words, "searches a month"; empty where the value says it. */
  readonly unitWords = input('');
  readonly name = input.required<string>();
  readonly label = input.required<string>();

  protected readonly words = inject(WordsStore);
  private readonly language = inject(LanguageStore);
  protected readonly width = signal(0);
  protected readonly height = HEIGHT_PX;
  protected readonly scheme: Color = {
    name: 'digitallz',
    selectable: false,
    group: ScaleType.Ordinal,
    domain: ['var(--accent)'],
  };
  protected readonly series = computed(() => {
    const currency = this.currency();
    return trendSeries(this.points(), this.unit() === 'money' && currency ? minorUnits(currency) : 1);
  });
  private readonly highest = computed(() =>
    Math.max(0, ...this.series().values.map((v) => v.max ?? v.value)),
  );
  protected readonly results = computed(() => [{ name: this.name(), series: this.series().values }]);
  protected readonly tickValue = computed(() => {
    const [unit, currency, locale] = [this.unit(), this.currency(), this.language.locale()];
    const money = unit === 'money' && currency !== undefined;
    const format = new Intl.NumberFormat(
      locale,
      money
        ? {
            style: 'currency',
            currency,
            currencyDisplay: 'narrowSymbol',
            // Small prices need their cents at every tick: €0.80 over €0.60, never €0.8.
            ...(this.highest() < CENTS_BELOW ? {} : { maximumFractionDigits: 0 }),
          }
        : { notation: 'compact', maximumFractionDigits: 2 },
    );
    return (value: number) => format.format(value);
  });
  protected readonly tickDay = computed(() => {
    const [first, last] = this.series().span ?? [0, 0];
    const format = new Intl.DateTimeFormat(
      this.language.locale(),
      last - first < DAYS_BELOW_MS ? { day: 'numeric', month: 'short' } : { month: 'short', year: '2-digit' },
    );
    return (date: Date) => format.format(date);
  });
  protected readonly describe = (mark: FailedMark): string =>
    `${this.words.day(mark.at.toISOString())} · ${this.language.t().figure.failedPoint(this.words.failure(mark.reason))}`;

  constructor() {
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    new ResizeObserver(([entry]) => this.width.set(Math.floor(entry?.contentRect.width ?? 0))).observe(
      element,
    );
  }

  protected valueAt(model: readonly { name: Date }[] | undefined): ChartValue | undefined {
    const time = model?.[0]?.name.getTime();
    return this.series().values.find((v) => v.name.getTime() === time);
  }

  protected measureOf(point: TrendPoint) {
    return { ...point, value: point.value ?? 0, currency: this.currency() };
  }

  protected kind(point: TrendPoint): string {
    return point.kind === 'failed' ? '' : this.language.t().figure.kinds[point.kind];
  }
}
