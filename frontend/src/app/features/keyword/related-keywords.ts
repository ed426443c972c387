import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { KeywordItem, Suggestion } from '../../api/types.js';
import { KeywordWordsStore } from './keyword-words.store.js';

const SHOWN = 14;

/** Longer keywords that begin with this one, as suggested or as known; each leads to a search for it. */
@Component({
  selector: 'dk-related-keywords',
  imports: [RouterLink],
  template: `<section class="panel box" [attr.aria-label]="sentences.t().related" data-testid="related">
    <header>
      <h2>{{ sentences.t().related }}</h2>
      <p class="quiet">{{ sentences.t().relatedHelp }}</p>
    </header>
    <ol>
      @for (text of rows(); track text) {
        <li>
          <a routerLink="/" [queryParams]="{ query: text }" dir="auto">{{ text }}</a>
        </li>
      } @empty {
        <li class="nothing">{{ sentences.t().noRelated }}</li>
      }
    </ol>
  </section>`,
  styleUrl: './related-keywords.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RelatedKeywords {
  readonly keyword = input.required<KeywordItem>();
  readonly related = input.required<readonly Suggestion[]>();
  protected readonly sentences = inject(KeywordWordsStore);
  protected readonly rows = computed(() => {
    const own = this.keyword().keyword.toLowerCase();
    const texts = this.related().map((s) => s.keyword);
    return [...new Set(texts)].filter((text) => text.toLowerCase() !== own).slice(0, SHOWN);
  });
}
