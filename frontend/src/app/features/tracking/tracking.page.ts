import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatSnackBar } from '@angular/material/snack-bar';
import { RouterLink } from '@angular/router';
import type { TrackedKeyword } from '../../api/types.js';
import { COUNTRIES, MARKETPLACES } from '../../api/vocabulary.js';
import { LanguageStore } from '../../core/i18n/language.store.js';
import { PageTitleStore } from '../../core/i18n/page-title.store.js';
import { WordsStore } from '../../core/i18n/words.store.js';
import { TrackedKeywordsStore } from '../../core/tracking/tracked-keywords.store.js';
import { EmptyState } from '../../ui/empty-state.js';
import { FailurePanel } from '../../ui/failure-panel.js';
import { Icon } from '../../ui/icon.js';
import { Skeleton } from '../../ui/skeleton.js';
import { TrackingWordsStore } from './tracking-words.store.js';

const UNDO_MS = 8_000;
const SHOWN_AT_ONCE = 100;

@Component({
  selector: 'dk-tracking-page',
  imports: [EmptyState, FailurePanel, Icon, MatButton, RouterLink, Skeleton],
  templateUrl: './tracking.page.html',
  styleUrl: './tracking.page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TrackingPage {
  protected readonly store = inject(TrackedKeywordsStore);
  protected readonly language = inject(LanguageStore);
  protected readonly sentences = inject(TrackingWordsStore);
  protected readonly words = inject(WordsStore);
  private readonly snackBar = inject(MatSnackBar);

  protected readonly marketplaces = MARKETPLACES;
  protected readonly countries = COUNTRIES;
  protected readonly skeletons = [0, 1, 2, 3, 4];
  protected readonly keyword = signal('');
  protected readonly marketplace = signal(MARKETPLACES[0] ?? 'amazon');
  protected readonly country = signal(COUNTRIES[0] ?? 'US');
  protected readonly busy = signal(false);
  protected readonly missing = signal(false);
  private readonly limit = signal(SHOWN_AT_ONCE);
  protected readonly shown = computed(() => this.store.items().slice(0, this.limit()));

  constructor() {
    inject(PageTitleStore).follow(() => this.sentences.t().title);
  }

  protected chooseMarketplace(value: string): void {
    const marketplace = MARKETPLACES.find((m) => m === value);
    if (marketplace) this.marketplace.set(marketplace);
  }

  protected chooseCountry(value: string): void {
    const country = COUNTRIES.find((c) => c === value);
    if (country) this.country.set(country);
  }

  protected more(): void {
    this.limit.update((n) => n + SHOWN_AT_ONCE);
  }

  /** What was typed stays until the server has taken it. */
  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    const keyword = this.keyword().trim();
    this.missing.set(keyword === '');
    if (keyword === '' || this.busy()) return;
    this.busy.set(true);
    const tracked = await this.store.track({
      keyword,
      marketplace: this.marketplace(),
      country: this.country(),
    });
    this.busy.set(false);
    if (!tracked) return;
    this.keyword.set('');
    this.snackBar.open(this.sentences.t().trackedNow(keyword), undefined, { duration: UNDO_MS });
  }

  protected async untrack(tracked: TrackedKeyword): Promise<void> {
    if (!(await this.store.untrack(tracked))) return;
    const words = this.sentences.t();
    this.snackBar
      .open(words.untracked(tracked.keyword), words.undo, { duration: UNDO_MS })
      .onAction()
      .subscribe(() => void this.store.track(tracked));
  }
}
