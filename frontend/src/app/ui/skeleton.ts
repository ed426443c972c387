import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** A grey bar in the place and size of what is coming. */
@Component({
  selector: 'dk-skeleton',
  template: '',
  styles: `
    :host {
      display: block;
      width: 100%;
      height: 12px;
      border-radius: 4px;
      background: var(--surface-2);
      animation: breathe 1.4s ease-in-out infinite alternate;
    }
    @keyframes breathe {
      to {
        opacity: 0.45;
      }
    }
    @media (prefers-reduced-motion: reduce) {
      :host {
        animation: none;
      }
    }
  `,
  host: { 'aria-hidden': 'true', '[style.width]': 'width()', '[style.height]': 'height()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Skeleton {
  readonly width = input('100%');
  readonly height = input('12px');
}
