import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { PayEvery, PlanCurrency, PlanOffer, Subscription } from '../../api/billing.js';
import { LanguageStore } from '../../core/i18n/language.store.js';
import { WordsStore } from '../../core/i18n/words.store.js';
import { Icon } from '../../ui/icon.js';
import { BillingWordsStore } from './billing-words.store.js';
import { MoneyStore } from './money.store.js';
import { priceOf, spanOf, yearSaving } from './plan-prices.js';

/** One plan: what it costs, what it holds, and the one thing to do with it. */
@Component({
  selector: 'dk-plan-card',
  imports: [Icon, MatButton, RouterLink],
  templateUrl: './plan-card.html',
  styleUrl: './plan-card.scss',
  host: { class: 'panel', '[class.mine]': 'isMine()', '[attr.data-testid]': "'plan-' + offer().plan" },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PlanCard {
  readonly offer = input.required<PlanOffer>();
  readonly every = input.required<PayEvery>();
  readonly currency = input.required<PlanCurrency>();
  readonly now = input.required<Subscription | undefined>();
  readonly isIn = input.required<boolean>();
  readonly mayBuy = input.required<boolean>();
  readonly busy = input.required<boolean>();
  readonly onward = input.required<{ returnTo: string }>();
  readonly taken = output();

  protected readonly words = inject(BillingWordsStore);
  protected readonly language = inject(LanguageStore);
  protected readonly money = inject(MoneyStore);
  private readonly figures = inject(WordsStore);

  protected readonly name = computed(() => this.language.t().account.plans[this.offer().plan]);
  protected readonly priceMinor = computed(() => priceOf(this.offer(), this.every(), this.currency()) ?? 0);
  protected readonly saving = computed(() =>
    this.every() === 'year' ? yearSaving(this.offer(), this.currency()) : null,
  );
  protected readonly isMine = computed(() => this.now()?.plan === this.offer().plan);
  /** The same plan, but paid in the other rhythm. */
  protected readonly isOtherRhythm = computed(() => {
    const now = this.now();
    return this.isMine() && now?.isBilled === true && now.interval !== this.every();
  });
  protected readonly trialDays = computed(() =>
    this.now() === undefined || this.now()?.mayTry ? this.offer().trialDays : 0,
  );

  protected readonly holds = computed(() => {
    const t = this.words.t().pricing;
    const { quotas } = this.offer();
    const kept = spanOf(quotas.searchHistoryDays);
    return [
      t.searches(quotas.searchesADay),
      t.tracked(this.figures.number(quotas.trackedKeywords), t.looks[quotas.lookEvery]),
      t.crawls(quotas.crawlsADay),
      t.members(quotas.members),
      t.imports(quotas.importsADay),
      t.calls(quotas.apiCallsAMinute),
      t.kept[kept.unit](kept.count),
    ];
  });

  protected readonly button = computed(() => {
    const t = this.words.t().pricing;
    const now = this.now();
    if (this.isOtherRhythm()) return this.every() === 'year' ? t.payYearly : t.payMonthly;
    if (now?.isBilled) return t.change(this.name());
    return this.trialDays() > 0 ? t.try(this.trialDays()) : t.buy(this.name());
  });
}
