import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Kind } from '../api/types.js';
import { LanguageStore } from '../core/i18n/language.store.js';

const MARKS: Record<Kind, string> = { measured: '●', reported: '◆', estimated: '◌' };

/** How a number is known: ● measured, ◆ reported, ◌ estimated. The same sign everywhere. */
@Component({
  selector: 'dk-kind-mark',
  template: `<span aria-hidden="true" [class]="kind()" [title]="words().kindsLong[kind()]">{{ mark() }}</span
    ><span class="visually-hidden">{{ words().kinds[kind()] }}</span>`,
  styles: `
    :host {
      font-size: 10px;
      line-height: 1;
    }
    .measured {
      color: var(--accent);
    }
    .reported {
      color: var(--text-2);
    }
    .estimated {
      color: var(--amber);
      font-weight: 700;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class KindMark {
  readonly kind = input.required<Kind>();
  private readonly language = inject(LanguageStore);
  protected readonly words = computed(() => this.language.t().figure);
  protected readonly mark = computed(() => MARKS[this.kind()]);
}
