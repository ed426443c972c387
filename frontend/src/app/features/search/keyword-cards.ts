import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { KeywordItem } from '../../api/types.js';
import { METRIC_UNITS } from '../../api/vocabulary.js';
import { LanguageStore } from '../../core/i18n/language.store.js';
import { WordsStore } from '../../core/i18n/words.store.js';
import type { WhyQuestion } from '../../core/why/why-question.js';
import { Figure } from '../../ui/figure.js';
import { changeOver } from '../../ui/figures/change.js';
import { OriginBadge } from '../../ui/origin-badge.js';
import { Skeleton } from '../../ui/skeleton.js';
import { Sparkline } from '../../ui/sparkline.js';
import { figureOf, lastYear } from './row-figures.js';
import { SearchWordsStore } from './search-words.store.js';

/** The same list for a phone: one card per keyword with the four numbers that decide. */
@Component({
  selector: 'dk-keyword-cards',
  imports: [Figure, OriginBadge, RouterLink, Skeleton, Sparkline],
  templateUrl: './keyword-cards.html',
  styleUrl: './keyword-cards.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class KeywordCards {
  readonly items = input.required<readonly KeywordItem[]>();
  /** The day that the items are shown as of; their pages open on it. */
  readonly asOf = input<string | null>(null);
  readonly loading = input(false);
  readonly why = output<Omit<WhyQuestion, 'asOf'>>();

  protected readonly language = inject(LanguageStore);
  protected readonly sentences = inject(SearchWordsStore);
  protected readonly words = inject(WordsStore);
  protected readonly metrics = ['searchVolume', 'competition', 'averagePrice', 'opportunity'] as const;
  protected readonly units = METRIC_UNITS;
  protected readonly skeletons = [0, 1, 2, 3, 4];
  protected readonly figureOf = figureOf;
  protected readonly lastYear = lastYear;

  protected sparkLabel(item: KeywordItem): string {
    return this.language.t().figure.sparkLabel(this.words.change(changeOver(item.trend, 12)));
  }
}
