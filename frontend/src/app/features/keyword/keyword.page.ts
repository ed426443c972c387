import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  untracked,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { TrendMetric } from '../../api/types.js';
import { CrawlProgress } from '../../core/crawl/crawl-progress.js';
import { CrawlStore } from '../../core/crawl/crawl.store.js';
import { FirstStepsStore } from '../../core/first-steps/first-steps.store.js';
import { LanguageStore } from '../../core/i18n/language.store.js';
import { PageTitleStore } from '../../core/i18n/page-title.store.js';
import { WordsStore } from '../../core/i18n/words.store.js';
import { Why } from '../../core/why/why.js';
import { EmptyState } from '../../ui/empty-state.js';
import { FailurePanel } from '../../ui/failure-panel.js';
import { Icon } from '../../ui/icon.js';
import { Skeleton } from '../../ui/skeleton.js';
import { isMoment } from '../../core/as-of/as-of.js';
import { FigureCards } from './figure-cards.js';
import { HistoryStore } from './history.store.js';
import { HistoryTimeline } from './history-timeline.js';
import { KeywordHeader } from './keyword-header.js';
import { KeywordStore } from './keyword.store.js';
import { ListingsSeen } from './listings-seen.js';
import { RelatedKeywords } from './related-keywords.js';
import { SiblingsStore } from './siblings.store.js';
import { TimeSlider } from '../../core/as-of/time-slider.js';
import { TrendPanel } from './trend-panel.js';
import { KeywordWordsStore } from './keyword-words.store.js';

@Component({
  selector: 'dk-keyword-page',
  imports: [
    CrawlProgress, EmptyState, FailurePanel, FigureCards, HistoryTimeline, Icon, KeywordHeader, ListingsSeen, MatButton,
    RelatedKeywords, RouterLink, Skeleton, TimeSlider, TrendPanel,
  ], // prettier-ignore
  providers: [KeywordStore, HistoryStore, SiblingsStore, CrawlStore],
  templateUrl: './keyword.page.html',
  styleUrl: './keyword.page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class KeywordPage {
  // Bound by the router from the address.
  readonly id = input.required<string>();
  readonly asOf = input<string>();

  protected readonly store = inject(KeywordStore);
  protected readonly crawls = inject(CrawlStore);
  protected readonly language = inject(LanguageStore);
  protected readonly sentences = inject(KeywordWordsStore);
  protected readonly words = inject(WordsStore);
  private readonly router = inject(Router);
  private readonly why = inject(Why);
  private readonly firstSteps = inject(FirstStepsStore);

  protected readonly day = computed(() => {
    const day = this.asOf();
    return isMoment(day) ? day : null;
  });
  protected readonly skeletons = [0, 1, 2, 3, 4];

  constructor() {
    inject(PageTitleStore).follow(() => this.store.keyword()?.keyword ?? '');
    effect(() => {
      const [id, day] = [this.id(), this.day()];
      untracked(() => this.store.show(id, day));
    });
    effect(() => {
      if (this.store.keyword()) untracked(() => this.firstSteps.complete('read'));
    });
    // The live line tells most of it; this is for when it is down while a look ends.
    effect(() => {
      if (this.crawls.crawl()?.status === 'finished') untracked(() => this.store.reload());
    });
  }

  protected travel(day: string | null): void {
    void this.router.navigate([], {
      queryParams: { asOf: day },
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }

  protected lookNow(): void {
    const keyword = this.store.keyword();
    if (keyword) void this.crawls.start(keyword.keyword, [keyword.marketplace], keyword.country);
  }

  protected ask(metric: TrendMetric): void {
    const keyword = this.store.keyword();
    if (keyword) this.why.ask({ keyword, metric, asOf: this.day() });
  }
}
