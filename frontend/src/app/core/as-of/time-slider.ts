import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { ClockStore } from '../clock.store.js';
import { LanguageStore } from '../i18n/language.store.js';
import { WordsStore } from '../i18n/words.store.js';
import { dayAt, dayOf, dayRange, isDay, stepOf } from './as-of.js';

/** Turns the whole page into "as known on that day"; its right end is now. */
@Component({
  selector: 'dk-time-slider',
  imports: [MatButton],
  templateUrl: './time-slider.html',
  styleUrl: './time-slider.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TimeSlider {
  readonly firstDay = input.required<string | undefined>();
  readonly day = input.required<string | null>();
  readonly travelled = output<string | null>();

  protected readonly language = inject(LanguageStore);
  protected readonly words = inject(WordsStore);
  private readonly clock = inject(ClockStore);

  protected readonly today = computed(() => dayOf(this.clock.nowMs()));
  /** An address may name a day before the first one known. */
  protected readonly range = computed(() => {
    const [nowMs, day] = [Date.parse(this.today()), this.day()];
    const known = dayRange(this.firstDay(), nowMs);
    return day !== null && day < known.first ? dayRange(day, nowMs) : known;
  });
  /** Where the thumb stands while it is dragged; the page follows when it is let go. */
  protected readonly step = linkedSignal(() => stepOf(this.range(), this.day()));
  protected readonly shown = computed(() => dayAt(this.range(), this.step()));
  protected readonly said = computed(() => {
    const day = this.shown();
    return day ? this.words.day(day, 'long') : this.language.t().asOf.now;
  });

  protected drag(value: string): void {
    this.step.set(Number(value));
  }

  protected drop(): void {
    this.travelled.emit(this.shown());
  }

  protected pick(value: string): void {
    if (isDay(value)) this.travelled.emit(value >= this.today() ? null : value);
  }
}
