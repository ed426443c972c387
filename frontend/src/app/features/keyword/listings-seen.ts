import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Listing, Listings } from '../../api/types.js';
import type { Failure } from '../../core/errors/problem.js';
import { LanguageStore } from '../../core/i18n/language.store.js';
import { WordsStore } from '../../core/i18n/words.store.js';
import { FailurePanel } from '../../ui/failure-panel.js';
import { OriginBadge } from '../../ui/origin-badge.js';
import { Skeleton } from '../../ui/skeleton.js';
import { KeywordWordsStore } from './keyword-words.store.js';

const SHOWN_FIRST = 12;

/** What the newest good result page showed, in its order. */
@Component({
  selector: 'dk-listings-seen',
  imports: [FailurePanel, MatButton, OriginBadge, Skeleton],
  templateUrl: './listings-seen.html',
  styleUrl: './listings-seen.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ListingsSeen {
  readonly listings = input.required<Listings | undefined>();
  readonly failure = input<Failure | null>(null);
  readonly retry = output();

  protected readonly language = inject(LanguageStore);
  protected readonly sentences = inject(KeywordWordsStore);
  protected readonly words = inject(WordsStore);
  protected readonly skeletons = [0, 1, 2, 3, 4];
  protected readonly all = signal(false);
  protected readonly rows = computed(() => {
    const items = this.listings()?.items ?? [];
    return this.all() ? items : items.slice(0, SHOWN_FIRST);
  });

  protected price({ price }: Listing): string {
    const words = this.sentences.t();
    if (!price) return words.noPrice;
    if (price.minor === 0 && price.relation === 'eq') return words.free;
    return this.words.measure(
      { value: price.minor, maxValue: price.maxMinor, relation: price.relation, currency: price.currency },
      'money',
    );
  }
}
