import {
  ChangeDetectionStrategy, Component, ElementRef, Injector, afterNextRender, computed, effect, inject, input,
} from '@angular/core'; // prettier-ignore
import { MatButton } from '@angular/material/button';
import { ActivatedRoute } from '@angular/router';
import type { HistoryEvent, MetricName } from '../../api/types.js';
import { LanguageStore } from '../../core/i18n/language.store.js';
import { WordsStore } from '../../core/i18n/words.store.js';
import { FailurePanel } from '../../ui/failure-panel.js';
import { OriginBadge } from '../../ui/origin-badge.js';
import { Skeleton } from '../../ui/skeleton.js';
import { factOf, type HistoryFact } from './history-words.js';
import type { HistoryStore } from './history.store.js';
import { KeywordWordsStore } from './keyword-words.store.js';

/** Every event behind the page, newest first; failed looks grey, retracted ones struck through. */
@Component({
  selector: 'dk-history-timeline',
  imports: [FailurePanel, MatButton, OriginBadge, Skeleton],
  templateUrl: './history-timeline.html',
  styleUrl: './history-timeline.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HistoryTimeline {
  readonly history = input.required<HistoryStore>();

  protected readonly language = inject(LanguageStore);
  protected readonly sentences = inject(KeywordWordsStore);
  protected readonly words = inject(WordsStore);
  protected readonly skeletons = [0, 1, 2, 3];
  protected readonly rows = computed(() =>
    this.history()
      .items()
      .map((event) => {
        const fact = factOf(event);
        return { event, fact: fact.fact, title: this.title(fact), detail: this.detail(fact) };
      }),
  );

  constructor() {
    const injector = inject(Injector);
    const route = inject(ActivatedRoute);
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    // "See the history" may lead here before there is a history to scroll to.
    const arrived = effect(() => {
      if (this.history().state() !== 'ready') return;
      arrived.destroy();
      if (route.snapshot.fragment === 'history')
        afterNextRender(() => element.scrollIntoView(), { injector });
    });
  }

  protected json(event: HistoryEvent): string {
    return JSON.stringify(event.data, null, 2);
  }

  private title(fact: HistoryFact): string {
    const words = this.sentences.t().events;
    switch (fact.fact) {
      case 'looked':
        return words.looked(this.words.marketplace(fact.marketplace));
      case 'suggested':
        return words.suggested(fact.count);
      case 'failed':
        return words.failed(this.words.failure(fact.reason));
      case 'reported':
        return words.reported(fact.metrics.map((m) => this.metric(m)).join(', '));
      case 'retracted':
      case 'tracked':
      case 'untracked':
      case 'other':
        return words[fact.fact];
    }
  }

  private detail(fact: HistoryFact): string {
    const words = this.language.t();
    switch (fact.fact) {
      case 'looked': {
        const count = fact.resultCount
          ? `${words.metrics.resultCount}${words.colon}${this.words.measure(fact.resultCount, 'count', 'exact')} · `
          : '';
        return count + this.sentences.t().listingsCount(fact.listings);
      }
      case 'failed':
        return fact.detail;
      case 'retracted':
        return fact.why;
      case 'suggested':
      case 'reported':
      case 'tracked':
      case 'untracked':
      case 'other':
        return '';
    }
  }

  private metric(name: string): string {
    return this.language.t().metrics[name as MetricName] ?? name;
  }
}
