import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { Subscription } from '../../api/billing.js';
import { LanguageStore } from '../../core/i18n/language.store.js';
import { WordsStore } from '../../core/i18n/words.store.js';
import { FocusOnShow } from '../../ui/focus-on-show.js';
import { BillingWordsStore } from './billing-words.store.js';
import { MoneyStore } from './money.store.js';
import { plainStatus } from './plain-status.js';

/** Which plan, what is paid for it, how it stands and until when; the buttons for who may use them. */
@Component({
  selector: 'dk-standing-panel',
  imports: [FocusOnShow, MatButton, RouterLink],
  templateUrl: './standing-panel.html',
  styleUrl: './standing-panel.scss',
  host: { class: 'panel', 'data-testid': 'standing' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StandingPanel {
  readonly now = input.required<Subscription>();
  readonly isPast = input.required<boolean>();
  readonly mayChange = input.required<boolean>();
  /** Their names, for who may not. */
  readonly owners = input.required<string>();
  readonly busy = input.required<boolean>();
  readonly changed = output();
  readonly portal = output();
  readonly cancelled = output();
  readonly resumed = output();

  protected readonly words = inject(BillingWordsStore);
  protected readonly language = inject(LanguageStore);
  private readonly figures = inject(WordsStore);
  private readonly money = inject(MoneyStore);
  protected readonly isAsking = signal(false);
  private readonly ending = viewChild<unknown, ElementRef<HTMLElement>>('ending', { read: ElementRef });

  protected readonly plan = computed(() => this.language.t().account.plans[this.now().plan]);
  private readonly standing = computed(() => plainStatus(this.now()));
  protected readonly tag = computed(() => this.standing().tag);
  protected readonly sentence = computed(() => {
    const { sentence, until } = this.standing();
    const says = this.words.t().status[sentence];
    return typeof says === 'string' ? says : says(until === null ? '–' : this.figures.day(until, 'long'));
  });
  protected readonly price = computed(() => {
    const { amountMinor, currency, interval } = this.now();
    if (amountMinor === null || currency === null || interval === null) return null;
    return `${this.money.write(amountMinor, currency)} ${this.words.t().per[interval]}`;
  });
  protected readonly question = computed(() => {
    const { until } = this.now();
    const t = this.words.t().page;
    return until === null
      ? t.cancelTextOpen(this.plan())
      : t.cancelText(this.plan(), this.figures.day(until, 'long'));
  });
  /** There was a customer at the payment service, so that there is a portal. */
  protected readonly hasPortal = computed(() => this.now().status !== 'none');

  /** The keyboard goes back to where it was. */
  protected keep(): void {
    this.isAsking.set(false);
    setTimeout(() => this.ending()?.nativeElement.focus());
  }

  protected cancel(): void {
    this.isAsking.set(false);
    this.cancelled.emit();
  }
}
