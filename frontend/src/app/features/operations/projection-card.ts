import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Projection } from '../../api/types.js';
import { LanguageStore } from '../../core/i18n/language.store.js';
import { WordsStore } from '../../core/i18n/words.store.js';
import { canSwitch, canUndo, headingId, mainOrder, timeLeft, toneOf, type Order } from './orders.js';
import { OperationsWordsStore } from './operations-words.store.js';

/** One projection: where it is, what is being built beside it, and what can be ordered. */
@Component({
  selector: 'dk-projection-card',
  imports: [MatButton],
  templateUrl: './projection-card.html',
  styleUrl: './projection-card.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProjectionCard {
  readonly projection = input.required<Projection>();
  readonly busy = input(false);
  /** Why the last order was not taken. */
  readonly refusal = input<string | null>(null);
  readonly ordered = output<Order>();

  protected readonly language = inject(LanguageStore);
  protected readonly sentences = inject(OperationsWordsStore);
  protected readonly words = inject(WordsStore);
  protected readonly toneOf = toneOf;
  protected readonly canSwitch = computed(() => canSwitch(this.projection()));
  protected readonly canUndo = computed(() => canUndo(this.projection()));
  protected readonly mainOrder = computed(() => mainOrder(this.projection()));
  protected readonly heading = computed(() => headingId(this.projection().name));

  protected readonly position = computed(() => {
    const { position } = this.projection();
    return position ? this.words.whole(position) : this.language.t().figure.noneShort;
  });

  /** "45 % · 12,000 events/s · 30 s left", as far as it is known. */
  protected readonly pace = computed(() => {
    const { rebuild } = this.projection();
    if (!rebuild) return '';
    const words = this.sentences.t();
    const parts = [this.words.percent(rebuild.percent / 100)];
    if (rebuild.eventsPerSecond > 0) parts.push(words.pace(this.words.number(rebuild.eventsPerSecond)));
    if (rebuild.etaS !== null && rebuild.percent < 100) {
      const { count, unit } = timeLeft(rebuild.etaS);
      parts.push(words.left[unit](count));
    }
    return parts.join(' · ');
  });
}
