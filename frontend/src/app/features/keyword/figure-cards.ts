import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { KeywordItem, Trend, TrendMetric } from '../../api/types.js';
import { LanguageStore } from '../../core/i18n/language.store.js';
import { WordsStore } from '../../core/i18n/words.store.js';
import { Figure } from '../../ui/figure.js';
import { changeOver } from '../../ui/figures/change.js';
import { Sparkline } from '../../ui/sparkline.js';
import { cardsOf, type CardName } from './cards.js';
import { KeywordWordsStore } from './keyword-words.store.js';

/** Demand, competition, CPC, price band and opportunity: value, mark, change in words, small chart. */
@Component({
  selector: 'dk-figure-cards',
  imports: [Figure, Sparkline],
  templateUrl: './figure-cards.html',
  styleUrl: './figure-cards.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FigureCards {
  readonly keyword = input.required<KeywordItem>();
  readonly sparks = input.required<Partial<Record<TrendMetric, Trend>>>();
  readonly why = output<TrendMetric>();

  protected readonly language = inject(LanguageStore);
  protected readonly sentences = inject(KeywordWordsStore);
  protected readonly words = inject(WordsStore);
  protected readonly cards = computed(() =>
    cardsOf(this.keyword(), this.sparks()).map((card) => ({
      ...card,
      change: this.words.change(changeOver(card.series, 12)),
      values: card.series.flatMap((p) => (p.value === null ? [] : [p.value])),
      help: this.help(card.name),
    })),
  );

  private help(name: CardName): string {
    if (name !== 'priceBand') return this.words.unit(name);
    const average = this.keyword().metrics.averagePrice;
    return average ? this.sentences.t().average(this.words.measure(average, 'money')) : '';
  }
}
