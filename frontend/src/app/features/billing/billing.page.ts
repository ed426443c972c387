import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { Member } from '../../api/people.js';
import { isDay } from '../../core/as-of/as-of.js';
import { ClockStore } from '../../core/clock.store.js';
import { LanguageStore } from '../../core/i18n/language.store.js';
import { PageTitleStore } from '../../core/i18n/page-title.store.js';
import { WordsStore } from '../../core/i18n/words.store.js';
import { listOf } from '../../core/lists/list-of.js';
import { FailurePanel } from '../../ui/failure-panel.js';
import { FocusOnShow } from '../../ui/focus-on-show.js';
import { Notice } from '../../ui/notice.js';
import { Skeleton } from '../../ui/skeleton.js';
import { waitFor } from './awaited.js';
import { BillingWordsStore } from './billing-words.store.js';
import { Buying } from './buying.js';
import { HappenedList } from './happened-list.js';
import { InvoicesTable } from './invoices-table.js';
import { PlansStore } from './plans.store.js';
import { StandingPanel } from './standing-panel.js';
import { SubscriptionStore } from './subscription.store.js';
import { UsageMeters } from './usage-meters.js';

/** The subscription of the workspace: what it is, what is used of it, why it is so, and what can be done about it. */
@Component({
  selector: 'dk-billing-page',
  imports: [
    FailurePanel,
    FocusOnShow,
    HappenedList,
    InvoicesTable,
    MatButton,
    Notice,
    RouterLink,
    Skeleton,
    StandingPanel,
    UsageMeters,
  ],
  providers: [Buying],
  templateUrl: './billing.page.html',
  styleUrl: './billing.page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BillingPage {
  /** With which word the payment service sent somebody back: done or left. */
  readonly checkout = input<string>();
  readonly asOf = input<string>();

  protected readonly words = inject(BillingWordsStore);
  protected readonly figures = inject(WordsStore);
  protected readonly language = inject(LanguageStore);
  protected readonly store = inject(SubscriptionStore);
  protected readonly plans = inject(PlansStore);
  protected readonly buying = inject(Buying);
  private readonly clock = inject(ClockStore);
  private readonly router = inject(Router);

  private readonly members = listOf<Member>(() =>
    this.store.mayChange() ? undefined : '/api/v1/workspaces/current/members?limit=200',
  );
  protected readonly owners = computed(() =>
    (this.members.items() ?? [])
      .filter(({ role }) => role === 'owner')
      .map(({ name }) => name)
      .join(', '),
  );
  protected readonly hasLeft = signal(false);
  protected readonly day = computed(() => {
    const asked = this.asOf();
    return isDay(asked) ? asked : null;
  });
  protected readonly today = computed(() => new Date(this.clock.nowMs()).toISOString().slice(0, 10));
  protected readonly said = computed(() => {
    const done = this.store.done();
    if (done === null) return null;
    const plan = this.language.t().account.plans[this.store.shown()?.plan ?? 'free'];
    const says = this.words.t().waiting.done[done];
    return typeof says === 'string' ? says : says(plan);
  });

  constructor() {
    inject(PageTitleStore).follow(() => this.words.t().page.title);
    // What was said here is not said again at the next visit.
    inject(DestroyRef).onDestroy(() => {
      this.store.done.set(null);
      this.store.asOf.set(null);
    });
    // Numbers may have moved since another page was looked at.
    this.store.reload();
    effect(() => {
      const day = this.day();
      untracked(() => this.store.asOf.set(day));
    });
    effect(() => {
      const word = this.checkout();
      if (word === undefined) return;
      untracked(() => {
        if (word === 'done') this.store.await(waitFor.checkout);
        this.hasLeft.set(word === 'left');
        // Whoever reloads the page or keeps its address does not come back from the checkout again.
        void this.router.navigate([], { queryParams: {}, replaceUrl: true });
      });
    });
  }

  protected async change(): Promise<void> {
    const [now, list] = [this.store.shown(), this.plans.list()];
    if (now && list) await this.buying.change({ offers: list.items, now });
  }

  protected travel(day: string): void {
    if (day !== '' && !isDay(day)) return;
    const asOf = day === '' || day >= this.today() ? null : day;
    void this.router.navigate([], { queryParams: { asOf }, queryParamsHandling: 'merge' });
  }
}
