import { BreakpointObserver } from '@angular/cdk/layout';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
  untracked,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import { map } from 'rxjs';
import type { KeywordItem } from '../../api/types.js';
import { CrawlProgress } from '../../core/crawl/crawl-progress.js';
import { CrawlStore } from '../../core/crawl/crawl.store.js';
import { TimeSlider } from '../../core/as-of/time-slider.js';
import { FirstSteps } from '../../core/first-steps/first-steps.js';
import { FirstStepsStore } from '../../core/first-steps/first-steps.store.js';
import { LanguageStore } from '../../core/i18n/language.store.js';
import { PageTitleStore } from '../../core/i18n/page-title.store.js';
import { WordsStore } from '../../core/i18n/words.store.js';
import { TrackedKeywordsStore } from '../../core/tracking/tracked-keywords.store.js';
import { Why } from '../../core/why/why.js';
import type { WhyQuestion } from '../../core/why/why-question.js';
import { EmptyState } from '../../ui/empty-state.js';
import { FailurePanel } from '../../ui/failure-panel.js';
import { Icon } from '../../ui/icon.js';
import { FilterBar } from './filter-bar.js';
import { KeywordCards } from './keyword-cards.js';
import { KeywordTable } from './keyword-table.js';
import { LookUpPanel } from './look-up-panel.js';
import { DEFAULT_SORT, filtersFrom, isKnown, type SearchFilters } from './search-filters.js';
import { SearchStore } from './search.store.js';
import { SearchWordsStore } from './search-words.store.js';

@Component({
  selector: 'dk-search-page',
  imports: [
    CrawlProgress, EmptyState, FailurePanel, FilterBar, FirstSteps, Icon, KeywordCards, KeywordTable, LookUpPanel,
    MatButton, TimeSlider,
  ], // prettier-ignore
  providers: [SearchStore, CrawlStore],
  templateUrl: './search.page.html',
  styleUrl: './search.page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SearchPage {
  // Bound by the router from the address.
  readonly query = input<string>();
  readonly marketplace = input<string>();
  readonly country = input<string>();
  readonly minVolume = input<string>();
  readonly sort = input<string>();
  readonly asOf = input<string>();

  protected readonly store = inject(SearchStore);
  protected readonly crawls = inject(CrawlStore);
  protected readonly tracked = inject(TrackedKeywordsStore);
  protected readonly language = inject(LanguageStore);
  protected readonly sentences = inject(SearchWordsStore);
  protected readonly words = inject(WordsStore);
  private readonly router = inject(Router);
  private readonly why = inject(Why);
  private readonly firstSteps = inject(FirstStepsStore);

  protected readonly narrow = toSignal(
    inject(BreakpointObserver)
      .observe('(width < 700px)')
      .pipe(map(({ matches }) => matches)),
    { initialValue: false },
  );
  protected readonly filters = computed(() =>
    filtersFrom({
      query: this.query(),
      marketplace: this.marketplace(),
      country: this.country(),
      minVolume: this.minVolume(),
      sort: this.sort(),
      asOf: this.asOf(),
    }),
  );
  protected readonly filtered = computed(() => {
    const { marketplace, country, minVolume } = this.filters();
    return marketplace !== null || country !== null || minVolume !== null;
  });
  protected readonly unknown = computed(() => {
    const { query } = this.filters();
    const settled = this.store.state() === 'ready' && this.store.filters().query === query;
    return query !== '' && settled && !this.crawls.crawl() && !isKnown(query, this.store.items());
  });

  private readonly daysWanted = signal(false);
  protected readonly showDays = computed(() => this.daysWanted() || this.filters().asOf !== null);
  /** The first day that any keyword seen so far has a value of: where the slider begins. It never moves to later. */
  protected readonly firstDay = linkedSignal<string | undefined, string | undefined>({
    source: () => firstDayOf(this.store.items()),
    computation: (day, before) => earlier(day, before?.value),
  });

  constructor() {
    inject(PageTitleStore).follow(() => this.filters().query || this.sentences.t().title);
    effect(() => {
      const filters = this.filters();
      untracked(() => {
        this.store.search(filters);
        if (filters.query) this.firstSteps.complete('look');
      });
    });
    // A look that has ended may have brought the keyword that was searched for.
    effect(() => {
      const crawl = this.crawls.crawl();
      untracked(() => {
        this.store.expectNewcomers(crawl !== null);
        if (crawl?.status === 'finished') this.store.reload();
      });
    });
  }

  /** Every filter goes through the address, so that back and sharing work. */
  protected change(filters: Partial<SearchFilters>): void {
    const next = { ...this.filters(), ...filters };
    void this.router.navigate(['/'], {
      queryParams: {
        query: next.query || null,
        marketplace: next.marketplace,
        country: next.country,
        minVolume: next.minVolume,
        sort: next.sort === DEFAULT_SORT ? null : next.sort,
        asOf: next.asOf,
      },
    });
  }

  protected lookNow(item: KeywordItem): void {
    void this.crawls.start(item.keyword, [item.marketplace], item.country);
  }

  protected toggleTracked(item: KeywordItem): void {
    const tracked = this.tracked.tracked(item.id);
    void (tracked ? this.tracked.untrack(tracked) : this.tracked.track(item));
  }

  protected ask(question: Omit<WhyQuestion, 'asOf'>): void {
    this.why.ask({ ...question, asOf: this.filters().asOf });
  }

  /** Hiding the days goes back to now: a list of the past always shows of which day it is. */
  protected toggleDays(): void {
    const shown = this.showDays();
    this.daysWanted.set(!shown);
    if (shown && this.filters().asOf !== null) this.change({ asOf: null });
  }
}

function firstDayOf(items: readonly KeywordItem[]): string | undefined {
  return items.map(({ trend }) => trend[0]?.date).reduce(earlier, undefined);
}

function earlier(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one < other ? one : other;
}
