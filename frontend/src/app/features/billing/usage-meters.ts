import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Meter } from '../../api/billing.js';
import { ClockStore } from '../../core/clock.store.js';
import { LanguageStore } from '../../core/i18n/language.store.js';
import { WordsStore } from '../../core/i18n/words.store.js';
import { BillingWordsStore } from './billing-words.store.js';
import { timeLeft, usageOf } from './usage.js';

/** A bar for each quota: how much is used, when there is more, and a word before the wall is reached. */
@Component({
  selector: 'dk-usage-meters',
  imports: [RouterLink],
  template: `@let t = words.t();
    <section class="panel">
      <h2>{{ t.meters.title }}</h2>
      <ul data-testid="meters">
        @for (row of rows(); track row.name) {
          <li [class]="row.level">
            <span class="name" [id]="'meter-' + row.name">{{ t.meters.names[row.name] }}</span>
            <span class="count">{{ t.meters.of(figures.number(row.used), figures.number(row.limit)) }}</span>
            <div
              class="bar"
              role="meter"
              aria-valuemin="0"
              [attr.aria-valuemax]="row.limit"
              [attr.aria-valuenow]="row.used"
              [attr.aria-labelledby]="'meter-' + row.name"
            >
              <div [style.width.%]="row.share * 100"></div>
            </div>
            <span class="quiet when">{{ row.when }}</span>
            @if (row.level !== 'well') {
              <span class="warning">
                {{ row.level === 'full' ? t.meters.full : t.meters.near(figures.number(row.left)) }}
                · <a routerLink="/pricing">{{ language.t().errors.seePlans }}</a>
              </span>
            }
          </li>
        } @empty {
          <li class="quiet">{{ t.meters.none }}</li>
        }
      </ul>
    </section>`,
  styleUrl: './usage-meters.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UsageMeters {
  readonly meters = input.required<readonly Meter[]>();
  protected readonly words = inject(BillingWordsStore);
  protected readonly figures = inject(WordsStore);
  protected readonly language = inject(LanguageStore);
  private readonly clock = inject(ClockStore);

  protected readonly rows = computed(() =>
    this.meters().map((meter) => ({ ...meter, ...usageOf(meter), when: this.whenOf(meter) })),
  );

  private whenOf({ resetsAt }: Meter): string {
    const t = this.words.t().meters;
    if (resetsAt === null) return t.stays;
    const { unit, count } = timeLeft(resetsAt, this.clock.nowMs());
    return t.resets(unit === 'hours' ? t.inHours(count) : t.inMinutes(count));
  }
}
