import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Origin } from '../api/types.js';
import { LanguageStore } from '../core/i18n/language.store.js';

/** Says in amber that numbers are not from the real marketplace; nothing where all of them are. */
@Component({
  selector: 'dk-origin-badge',
  template: `@if (shown(); as origin) {
    <span [title]="title()">{{ words().origins[origin] }}</span>
  }`,
  styles: `
    span {
      display: inline-block;
      padding: 0 6px;
      border-radius: 4px;
      font-size: 11px;
      line-height: 18px;
      white-space: nowrap;
      color: var(--amber);
      background: var(--amber-soft);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OriginBadge {
  readonly origins = input.required<readonly Origin[]>();
  private readonly language = inject(LanguageStore);
  protected readonly words = computed(() => this.language.t().figure);
  /** The newest numbers of a mixed history come from the sandbox; the tooltip names all. */
  protected readonly shown = computed(() =>
    (['sandbox', 'seed'] as const).find((o) => this.origins().includes(o)),
  );
  protected readonly title = computed(() =>
    this.origins()
      .map((o) => this.words().originsLong[o])
      .join('. '),
  );
}
