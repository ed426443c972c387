import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { sparkShape } from './figures/spark-path.js';

/** A small trend line with its last point marked. Decorative beside words; the label says what it shows. */
@Component({
  selector: 'dk-sparkline',
  template: `@if (shape(); as s) {
    <svg
      preserveAspectRatio="xMinYMid meet"
      [attr.viewBox]="'0 0 ' + width() + ' ' + height()"
      role="img"
      [attr.aria-label]="label()"
    >
      <path class="area" [attr.d]="s.area" />
      <path class="line" [attr.d]="s.line" />
      <circle [attr.cx]="s.last.x" [attr.cy]="s.last.y" r="2.2" />
    </svg>
  }`,
  styles: `
    :host {
      display: block;
    }
    svg {
      display: block;
      width: 100%;
      height: 100%;
    }
    .line {
      fill: none;
      stroke: var(--accent);
      stroke-width: 1.4;
      stroke-linejoin: round;
      vector-effect: non-scaling-stroke;
    }
    .area {
      fill: var(--accent-soft);
      opacity: 0.6;
    }
    circle {
      fill: var(--accent);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Sparkline {
  readonly values = input.required<readonly number[]>();
  readonly label = input.required<string>();
  readonly width = input(96);
  readonly height = input(28);
  protected readonly shape = computed(() => sparkShape(this.values(), this.width(), this.height()));
}
