import { HttpClient } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import type { PayEvery, Plan, PlanCurrency, PlanOffer, Preview, Subscription } from '../../api/billing.js';
import { LanguageStore } from '../../core/i18n/language.store.js';
import { WordsStore } from '../../core/i18n/words.store.js';
import { Notice } from '../../ui/notice.js';
import { Skeleton } from '../../ui/skeleton.js';
import { BillingWordsStore } from './billing-words.store.js';
import { ChangeOrders } from './change-orders.js';
import { MoneyStore } from './money.store.js';
import { priceOf } from './plan-prices.js';
import { SubscriptionStore } from './subscription.store.js';

export interface ChangeQuestion {
  readonly offers: readonly PlanOffer[];
  readonly now: Subscription;
  /** What is chosen at first. */
  readonly wanted?: Choice;
}

interface Choice {
  readonly plan: Plan;
  readonly every: PayEvery;
}

/** Which plan, what that costs right now, and what stands in its way. Closes with true where it was changed. */
@Component({
  selector: 'dk-change-dialog',
  imports: [
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    Notice,
    RouterLink,
    Skeleton,
  ],
  providers: [ChangeOrders],
  templateUrl: './change-dialog.html',
  styleUrl: './change-dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChangeDialog {
  protected readonly question = inject<ChangeQuestion>(MAT_DIALOG_DATA);
  protected readonly words = inject(BillingWordsStore);
  protected readonly language = inject(LanguageStore);
  protected readonly figures = inject(WordsStore);
  protected readonly money = inject(MoneyStore);
  protected readonly orders = inject(ChangeOrders);
  private readonly store = inject(SubscriptionStore);
  private readonly http = inject(HttpClient);
  private readonly self = inject<MatDialogRef<ChangeDialog, true>>(MatDialogRef);

  protected readonly currency: PlanCurrency = this.question.now.currency === 'USD' ? 'USD' : 'EUR';
  protected readonly choices = this.question.offers
    .filter(({ plan }) => plan !== 'free')
    .flatMap((offer) =>
      (['month', 'year'] as const).map((every) => ({
        plan: offer.plan,
        every,
        priceMinor: priceOf(offer, every, this.currency) ?? 0,
      })),
    );
  protected readonly choice = signal<Choice | null>(null);
  protected readonly preview = signal<Preview | null>(null);
  protected readonly price = computed(() => {
    const choice = this.choice();
    return this.choices.find((one) => choice && this.isSame(one, choice)) ?? null;
  });
  /** From the preview, or from the refusal where it came too late. */
  protected readonly tooMuch = computed(() => this.orders.tooMuch() ?? this.preview()?.tooMuch ?? []);

  constructor() {
    const { wanted } = this.question;
    if (wanted) void this.choose(wanted);
  }

  protected isSame(one: Choice, other: Choice): boolean {
    return one.plan === other.plan && one.every === other.every;
  }

  protected isNow({ plan, every }: Choice): boolean {
    return this.question.now.plan === plan && this.question.now.interval === every;
  }

  protected async choose(choice: Choice): Promise<void> {
    this.choice.set(choice);
    this.preview.set(null);
    const { plan, every } = choice;
    const url = '/api/v1/billing/change-preview';
    const preview = await this.orders.newest(() =>
      firstValueFrom(this.http.post<Preview>(url, { plan, interval: every })),
    );
    if (preview && this.choice() === choice) this.preview.set(preview);
  }

  protected async confirm(): Promise<void> {
    const choice = this.choice();
    if (!choice) return;
    const done = await this.orders.order(async () => {
      await this.store.change(choice.plan, choice.every);
      return true;
    });
    if (done) this.self.close(true);
  }

  protected after(price: string, per: string): string {
    const { then, afterTrial } = this.words.t().change;
    return this.question.now.reason === 'trialing' ? afterTrial(price, per) : then(price, per);
  }

  protected sentence({ name, used, limit }: Preview['tooMuch'][number]): string {
    const { tooMuch } = this.words.t();
    const [all, most, over] = [used, limit, used - limit].map((n) => this.figures.number(n)) as [
      string,
      string,
      string,
    ];
    return name === 'members' ? tooMuch.members(all, most, over) : tooMuch.trackedKeywords(all, most, over);
  }
}
