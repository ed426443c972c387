import { HttpClient } from '@angular/common/http';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { firstValueFrom } from 'rxjs';
import type { BillingEvent, BillingEventPage } from '../../api/billing.js';
import { failureOf, type Failure } from '../../core/errors/problem.js';
import { LanguageStore } from '../../core/i18n/language.store.js';
import { WordsStore } from '../../core/i18n/words.store.js';
import { FailurePanel } from '../../ui/failure-panel.js';
import { Skeleton } from '../../ui/skeleton.js';
import { BillingWordsStore } from './billing-words.store.js';
import { MoneyStore } from './money.store.js';
import { whatHappened, type Writing } from './what-happened.js';

const URL = '/api/v1/billing/events';
const AT_ONCE = 20;

/** Every fact behind the subscription, in plain words. */
@Component({
  selector: 'dk-happened-list',
  imports: [FailurePanel, MatButton, Skeleton],
  template: `@let t = words.t().happened;
    <section class="panel">
      <h2>{{ t.title }}</h2>
      <p class="quiet note">{{ t.help }}</p>
      @if (items(); as list) {
        @if (list.length) {
          <ol class="happened" data-testid="happened">
            @for (event of list; track event.id) {
              <li>
                <span>{{ say(event) }}</span>
                <span class="quiet">{{ figures.moment(event.occurredAt) }}</span>
              </li>
            }
          </ol>
        } @else {
          <p class="quiet note">{{ t.empty }}</p>
        }
        @if (next()) {
          <p class="more">
            <button matButton type="button" [disabled]="busy()" (click)="more()">{{ t.more }}</button>
          </p>
        }
      }
      @if (failure(); as failure) {
        <dk-failure-panel [heading]="t.errorTitle" [failure]="failure" (retry)="read()" />
      } @else if (!items()) {
        <p class="visually-hidden" role="status">{{ t.loading }}</p>
        <div class="note"><dk-skeleton width="70%" /></div>
      }
    </section>`,
  styleUrl: './billing-tables.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HappenedList {
  /** Read again whenever it changes. */
  readonly turn = input.required<unknown>();
  /** A past day: as it was known at its end. */
  readonly asOf = input<string | null>(null);
  protected readonly words = inject(BillingWordsStore);
  protected readonly figures = inject(WordsStore);
  private readonly money = inject(MoneyStore);
  private readonly language = inject(LanguageStore);
  private readonly http = inject(HttpClient);

  protected readonly items = signal<readonly BillingEvent[] | null>(null);
  protected readonly next = signal<string | null>(null);
  protected readonly failure = signal<Failure | null>(null);
  protected readonly busy = signal(false);
  private readonly writing = computed<Writing>(() => ({
    plan: (plan) => this.language.t().account.plans[plan],
    each: (every) => this.words.t().each[every],
    status: (word) => this.statusOf(word),
    money: (amountMinor, currency) => this.money.exact(amountMinor, currency),
    day: (iso) => this.figures.day(iso, 'long'),
  }));

  constructor() {
    effect(() => {
      this.turn();
      this.asOf();
      untracked(() => void this.read());
    });
  }

  protected say(event: BillingEvent): string {
    return whatHappened(event, this.words.t().happened.says, this.writing());
  }

  private statusOf(word: string): string {
    const statuses: Record<string, string> = this.words.t().overview.statuses;
    return statuses[word] ?? word;
  }

  protected async read(): Promise<void> {
    const page = await this.page(null);
    if (page) this.items.set(page.items);
  }

  protected async more(): Promise<void> {
    const page = await this.page(this.next());
    if (page) this.items.update((items) => [...(items ?? []), ...page.items]);
  }

  private async page(cursor: string | null): Promise<BillingEventPage | null> {
    this.busy.set(true);
    this.failure.set(null);
    try {
      const asOf = this.asOf();
      const params = {
        limit: AT_ONCE,
        ...(cursor === null ? {} : { cursor }),
        ...(asOf === null ? {} : { asOf }),
      };
      const page = await firstValueFrom(this.http.get<BillingEventPage>(URL, { params }));
      this.next.set(page.nextCursor);
      return page;
    } catch (error) {
      this.failure.set(failureOf(error));
      return null;
    } finally {
      this.busy.set(false);
    }
  }
}
