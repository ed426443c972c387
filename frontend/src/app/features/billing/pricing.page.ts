import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButtonToggle, MatButtonToggleGroup } from '@angular/material/button-toggle';
import { Router, RouterLink } from '@angular/router';
import type { PayEvery, PlanCurrency, PlanOffer } from '../../api/billing.js';
import { SessionStore } from '../../core/auth/session.store.js';
import { LanguageStore } from '../../core/i18n/language.store.js';
import { PageTitleStore } from '../../core/i18n/page-title.store.js';
import { EmptyState } from '../../ui/empty-state.js';
import { FailurePanel } from '../../ui/failure-panel.js';
import { Notice } from '../../ui/notice.js';
import { Skeleton } from '../../ui/skeleton.js';
import { BillingWordsStore } from './billing-words.store.js';
import { Buying } from './buying.js';
import { PlanCard } from './plan-card.js';
import { yearSaving } from './plan-prices.js';
import { PlansStore } from './plans.store.js';
import { SubscriptionStore } from './subscription.store.js';

const PAGE = '/pricing';

/** What there is to buy, for everybody: who is not signed in is led to register and back. */
@Component({
  selector: 'dk-pricing-page',
  imports: [
    EmptyState,
    FailurePanel,
    MatButtonToggle,
    MatButtonToggleGroup,
    Notice,
    PlanCard,
    RouterLink,
    Skeleton,
  ],
  providers: [Buying],
  templateUrl: './pricing.page.html',
  styleUrl: './pricing.page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PricingPage {
  /** In the address, so that a page can be sent to somebody and is the same after signing in. */
  readonly every = input<PayEvery, unknown>('month', {
    transform: (asked) => (asked === 'year' ? 'year' : 'month'),
  });
  readonly currency = input<string>();

  protected readonly words = inject(BillingWordsStore);
  protected readonly language = inject(LanguageStore);
  protected readonly plans = inject(PlansStore);
  protected readonly store = inject(SubscriptionStore);
  protected readonly session = inject(SessionStore);
  protected readonly buying = inject(Buying);
  private readonly router = inject(Router);

  protected readonly isIn = computed(() => this.session.state() === 'in');
  protected readonly now = computed(() => (this.isIn() ? this.store.shown() : undefined));
  /** What is paid in stays so; else what was chosen, else what the visitor is likely to pay in. */
  protected readonly fixed = computed(() => {
    const now = this.now();
    return now?.isBilled && (now.currency === 'EUR' || now.currency === 'USD') ? now.currency : null;
  });
  protected readonly shownIn = computed<PlanCurrency>(() => {
    const asked = this.currency();
    const usual = this.language.locale() === 'en-US' ? 'USD' : 'EUR';
    return this.fixed() ?? (asked === 'EUR' || asked === 'USD' ? asked : usual);
  });
  protected readonly monthsFree = computed(
    () =>
      this.plans
        .list()
        ?.items.map((offer) => yearSaving(offer, this.shownIn())?.monthsFree ?? 0)
        .reduce((most, months) => Math.max(most, months), 0) ?? 0,
  );
  /** Back to the same prices after registering or signing in. */
  protected readonly onward = computed(() => ({
    returnTo: `${PAGE}?every=${this.every()}&currency=${this.shownIn()}`,
  }));
  protected readonly skeletons = [0, 1, 2, 3];

  constructor() {
    inject(PageTitleStore).follow(() => this.words.t().pricing.title);
    this.store.asOf.set(null);
  }

  protected show(change: { every?: PayEvery; currency?: PlanCurrency }): void {
    void this.router.navigate([], {
      queryParams: change,
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }

  protected async take({ plan }: PlanOffer): Promise<void> {
    const [now, list, every] = [this.now(), this.plans.list(), this.every()];
    if (!now || !list) return;
    if (!now.isBilled) {
      await this.buying.checkout({ plan, interval: every, currency: this.shownIn() });
      return;
    }
    const isChanged = await this.buying.change({ offers: list.items, now, wanted: { plan, every } });
    if (isChanged) await this.router.navigateByUrl('/billing');
  }
}
