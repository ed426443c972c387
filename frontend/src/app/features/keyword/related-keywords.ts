import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { KeywordItem, Suggestion } from '../../api/types.js';
import { LanguageStore } from '../../core/i18n/language.store.js';

const SHOWN = 14;

/** Longer keywords that begin with this one, as suggested or as known; each leads to a search for it. */
@Component({
  selector: 'dk-related-keywords',
  imports: [RouterLink],
  template: `<section
    class="panel box"
    [attr.aria-label]="language.t().keyword.related"
    data-testid="related"
  >
    <header>
      <h2>{{ language.t().keyword.related }}</h2>
      <p class="quiet">{{ language.t().keyword.relatedHelp }}</p>
    </header>
    <ol>
      @for (text of rows(); track text) {
        <li>
          <a routerLink="/" [queryParams]="{ query: text }" dir="auto">{{ text }}</a>
        </li>
      } @empty {
        <li class="nothing">{{ language.t().keyword.noRelated }}</li>
      }
    </ol>
  </section>`,
  styleUrl: './related-keywords.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RelatedKeywords {
  readonly keyword = input.required<KeywordItem>();
  readonly related = input.required<readonly Suggestion[]>();
  protected readonly language = inject(LanguageStore);
  protected readonly rows = computed(() => {
    const own = this.keyword().keyword.toLowerCase();
    const texts = this.related().map((s) => s.keyword);
    return [...new Set(texts)].filter((text) => text.toLowerCase() !== own).slice(0, SHOWN);
  });
}
