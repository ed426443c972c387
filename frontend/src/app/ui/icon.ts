import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

const PATHS = {
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14Zm5 12 4.5 4.5',
  track: 'M6 4h12v16l-6-4.5L6 20Z',
  operations:
    'M12 4c4.4 0 8 1.3 8 3s-3.6 3-8 3-8-1.3-8-3 3.6-3 8-3Zm-8 3v5c0 1.7 3.6 3 8 3s8-1.3 8-3V7M4 12v5c0 1.7 3.6 3 8 3s8-1.3 8-3v-5',
  settings:
    'M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM12 3v3M12 18v3M3 12h3M18 12h3M5.600 5.600l2.100 2.100M16.300 16.300l2.100 2.100M5.600 18.400l2.100-2.100M16.300 7.700l2.100-2.100',
  person:
    'M12 4.500a3.800 3.800 0 1 0 0 7.600 3.800 3.800 0 0 0 0-7.600ZM4.500 20c.8-4 3.800-5.500 7.500-5.500s6.700 1.500 7.500 5.500',
  leave: 'M14 4H5v16h9M10 12h10M16.500 8.500 20 12l-3.500 3.500',
  language:
    'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM3.5 12h17M12 3.5c2.6 2.4 3.6 5.2 3.6 8.5s-1 6.1-3.6 8.5c-2.6-2.4-3.6-5.2-3.6-8.5s1-6.1 3.6-8.5Z',
  theme: 'M20 14.500A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.500Z',
  close: 'M6 6l12 12M18 6 6 18',
  look: 'M19.5 12a7.5 7.5 0 1 1-2.2-5.300L19.5 9M19.5 4v5h-5',
  copy: 'M9 9h10v11H9ZM5 15V4h10',
  back: 'M15 5l-7 7 7 7',
  next: 'M9 5l7 7-7 7',
  check: 'M5 12.5 10 17.5 19 7',
  remove: 'M5 7h14M10 7V4.500h4V7M7 7l1 13h8l1-13',
  warning: 'M12 4 21 19.500H3ZM12 10v4.500M12 17v.3',
  up: 'M12 19V5M6 11l6-6 6 6',
  down: 'M12 5v14M6 13l6 6 6-6',
  card: 'M3.500 6h17v12h-17ZM3.500 10h17M7 14.500h4',
  history: 'M4.5 12a7.5 7.5 0 1 0 2.2-5.300L4.5 9M4.5 4v5h5M12 8v4.500l3 2',
} as const;
export type IconName = keyof typeof PATHS;

/** A line drawing beside a word or inside a labelled button; never the only bearer of a meaning. */
@Component({
  selector: 'dk-icon',
  template: `<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path [attr.d]="path()" />
  </svg>`,
  styles: `
    :host {
      display: inline-flex;
      flex: none;
      width: 18px;
      height: 18px;
    }
    svg {
      width: 100%;
      height: 100%;
      fill: none;
      stroke: currentColor;
      stroke-width: 1.7;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
    :host(.filled) path {
      fill: currentColor;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Icon {
  readonly name = input.required<IconName>();
  protected readonly path = computed(() => PATHS[this.name()]);
}
