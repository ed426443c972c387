import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { PLANS, type Overview } from '../../api/billing.js';
import { failureOf } from '../../core/errors/problem.js';
import { LanguageStore } from '../../core/i18n/language.store.js';
import { PageTitleStore } from '../../core/i18n/page-title.store.js';
import { WordsStore } from '../../core/i18n/words.store.js';
import { CountBars } from '../../ui/charts/count-bars.js';
import { FailurePanel } from '../../ui/failure-panel.js';
import { Notice } from '../../ui/notice.js';
import { Skeleton } from '../../ui/skeleton.js';
import { BillingWordsStore } from './billing-words.store.js';
import { MoneyStore } from './money.store.js';

/** How the business does: for those who run the platform. */
@Component({
  selector: 'dk-overview-page',
  imports: [CountBars, FailurePanel, MatButton, Notice, RouterLink, Skeleton],
  templateUrl: './overview.page.html',
  styleUrls: ['./billing-tables.scss', './overview.page.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OverviewPage {
  protected readonly words = inject(BillingWordsStore);
  protected readonly figures = inject(WordsStore);
  protected readonly money = inject(MoneyStore);
  protected readonly language = inject(LanguageStore);
  private readonly resource = httpResource<Overview>(() => '/api/v1/billing/overview');
  protected readonly overview = computed(() =>
    this.resource.hasValue() ? this.resource.value() : undefined,
  );
  protected readonly failure = computed(() => {
    const error = this.resource.error();
    return error ? failureOf(error) : null;
  });
  protected readonly asTable = signal(false);
  /** Of every plan that somebody has, with all its states together. */
  protected readonly bars = computed(() => {
    const rows = this.overview()?.plans ?? [];
    return PLANS.flatMap((plan) => {
      const value = rows
        .filter((row) => row.plan === plan)
        .reduce((sum, { workspaces }) => sum + workspaces, 0);
      return value === 0 ? [] : [{ name: this.language.t().account.plans[plan], value }];
    });
  });
  protected readonly skeletons = [0, 1, 2];

  constructor() {
    inject(PageTitleStore).follow(() => this.words.t().overview.title);
  }

  protected reload(): void {
    this.resource.reload();
  }

  protected statusOf(status: string): string {
    const statuses: Record<string, string> = this.words.t().overview.statuses;
    return statuses[status] ?? status;
  }

  protected sums(sums: Overview['monthlyRevenue']): string {
    return sums.length === 0
      ? this.words.t().overview.none
      : sums.map(({ amountMinor, currency }) => this.money.exact(amountMinor, currency)).join(' + ');
  }
}
