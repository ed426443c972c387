import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { Kind, Origin } from '../api/types.js';
import type { Unit } from '../api/vocabulary.js';
import { LanguageStore } from '../core/i18n/language.store.js';
import { WordsStore } from '../core/i18n/words.store.js';
import { Flash } from './flash.js';
import type { Measure } from './figures/measure-format.js';
import { KindMark } from './kind-mark.js';

/** A measure with how it is known and when it was seen. */
export interface KnownMeasure extends Measure {
  kind: Kind;
  observedAt?: string | undefined;
  origin?: Origin | undefined;
}

/** One number with its relation and mark; the exact figure and its age in the tooltip. A click asks why. */
@Component({
  selector: 'dk-figure',
  imports: [Flash, KindMark],
  template: `@if (measure(); as m) {
      <button
        type="button"
        class="figure"
        [class.big]="big()"
        [tabindex]="tabbable() ? 0 : -1"
        [attr.aria-label]="label()"
        [title]="title()"
        (click)="ask($event)"
      >
        <span class="value" [dkFlash]="text()">{{ text() }}</span>
        <dk-kind-mark [kind]="m.kind" />
      </button>
    } @else {
      <span class="none" [class.big]="big()" [title]="language.t().figure.none">
        <span aria-hidden="true">{{ language.t().figure.noneShort }}</span>
        <span class="visually-hidden">{{ language.t().figure.none }}</span>
      </span>
    }`,
  styleUrl: './figure.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Figure {
  readonly measure = input.required<KnownMeasure | null | undefined>();
  readonly unit = input.required<Unit>();
  /** What the number is, in words, for its label. */
  readonly name = input.required<string>();
  readonly big = input(false);
  readonly tabbable = input(true);
  readonly why = output();

  protected readonly language = inject(LanguageStore);
  private readonly words = inject(WordsStore);

  protected readonly text = computed(() => {
    const measure = this.measure();
    return measure ? this.words.measure(measure, this.unit()) : '';
  });
  private readonly exact = computed(() => {
    const measure = this.measure();
    return measure ? this.words.measure(measure, this.unit(), 'exact') : '';
  });
  protected readonly title = computed(() => {
    const measure = this.measure();
    if (!measure) return '';
    const age = measure.observedAt ? ` · ${this.words.age(measure.observedAt)}` : '';
    const words = this.language.t().figure;
    const origin = measure.origin && measure.origin !== 'live' ? ` · ${words.origins[measure.origin]}` : '';
    return `${this.exact()} · ${words.kinds[measure.kind]}${age}${origin}`;
  });
  protected readonly label = computed(() => {
    const measure = this.measure();
    const kind = measure ? `, ${this.language.t().figure.kinds[measure.kind]}` : '';
    return this.language.t().figure.why(this.name(), `${this.exact()}${kind}`);
  });

  /** Inside a row that is itself a link, a click on the number is not a click on the row. */
  protected ask(event: Event): void {
    event.stopPropagation();
    this.why.emit();
  }
}
