import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  ViewEncapsulation,
  computed,
  inject,
  input,
  signal,
} from '@angular/core';
import { BarChartModule, ScaleType, type Color } from '@swimlane/ngx-charts';
import { LanguageStore } from '../../core/i18n/language.store.js';

export interface CountBar {
  readonly name: string;
  readonly value: number;
}

const BAR_PX = 36;
const PADDING_PX = 14;

/** Few counts beside one another, each with its name and its number: bars from zero, no axis to read them from. */
@Component({
  selector: 'dk-count-bars',
  imports: [BarChartModule],
  template: `<figure role="img" [attr.aria-label]="label() + ': ' + said()">
    @if (width()) {
      <ngx-charts-bar-horizontal
        [view]="[width(), height()]"
        [results]="results()"
        [scheme]="scheme"
        [yAxis]="true"
        [showGridLines]="false"
        [showDataLabel]="true"
        [dataLabelFormatting]="write()"
        [tooltipDisabled]="true"
        [roundEdges]="false"
        [xScaleMin]="0"
        [barPadding]="padding"
        [animations]="false"
      />
    }
  </figure>`,
  styles: `
    dk-count-bars {
      display: block;
    }
    dk-count-bars .ngx-charts {
      float: none;
      overflow: visible;
    }
    dk-count-bars .ngx-charts text {
      fill: var(--text-2);
      stroke: none;
      font: 12px var(--font);
      font-variant-numeric: tabular-nums;
    }
  `,
  // The library draws in elements of its own, which scoped styles do not reach.
  encapsulation: ViewEncapsulation.None,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CountBars {
  readonly bars = input.required<readonly CountBar[]>();
  readonly label = input.required<string>();

  private readonly language = inject(LanguageStore);
  protected readonly width = signal(0);
  protected readonly padding = PADDING_PX;
  protected readonly scheme: Color = {
    name: 'digitallz',
    selectable: false,
    group: ScaleType.Ordinal,
    domain: ['var(--accent)'],
  };
  protected readonly results = computed(() => [...this.bars()]);
  protected readonly height = computed(() => this.bars().length * (BAR_PX + PADDING_PX) + PADDING_PX);
  protected readonly write = computed(() => {
    const format = new Intl.NumberFormat(this.language.locale());
    return (value: number) => format.format(value);
  });
  protected readonly said = computed(() =>
    this.bars()
      .map(({ name, value }) => `${name} ${this.write()(value)}`)
      .join(', '),
  );

  constructor() {
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    new ResizeObserver(([entry]) => this.width.set(Math.floor(entry?.contentRect.width ?? 0))).observe(
      element,
    );
  }
}
