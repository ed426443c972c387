import { ChangeDetectionStrategy, Component, Input, ViewEncapsulation } from '@angular/core';
import { ChartCommonModule, LineChartComponent, LineChartModule } from '@swimlane/ngx-charts';
import type { ChartValue, FailedMark } from './trend-series.js';

/**
 * ngx-charts' line chart with one layer more, in the chart's own scales: looks that failed as hollow points, and the values
 * of a short series as full ones. The template
 * is the library's, without its legend, timeline and server rendering.
 */
@Component({
  selector: 'dk-line-with-failures',
  imports: [ChartCommonModule, LineChartModule],
  templateUrl: './line-with-failures.html',
  styleUrl: './line-with-failures.scss',
  encapsulation: ViewEncapsulation.None,
  // The library's own components check themselves after a resize; this one must be found by that check.
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LineWithFailures extends LineChartComponent {
  @Input() dots: readonly ChartValue[] = [];
  @Input() failures: readonly FailedMark[] = [];
  @Input() describeFailure: (mark: FailedMark) => string = (mark) => mark.reason;

  protected place(at: Date, height: number): { x: number; y: number } | null {
    // The library types its d3 scales as any; before the first layout there are none.
    const xScale = this.xScale as ((at: Date) => number) | undefined;
    const yScale = this.yScale as ((value: number) => number) | undefined;
    if (!xScale || !yScale) return null;
    const x = xScale(at);
    return x < 0 || x > this.dims.width ? null : { x, y: yScale(height) };
  }
}
