import { Injectable, inject } from '@angular/core';
import { MARKETPLACE_NAMES, type Unit } from '../../api/vocabulary.js';
import { ageOf } from '../../ui/figures/age.js';
import type { Change } from '../../ui/figures/change.js';
import { formatMeasure, type FigureStyle, type Measure } from '../../ui/figures/measure-format.js';
import { ClockStore } from '../clock.store.js';
import { LanguageStore } from './language.store.js';

/** Figures, dates and names written in the language of the page. Reading it in a template follows the language. */
@Injectable({ providedIn: 'root' })
export class WordsStore {
  private readonly language = inject(LanguageStore);
  private readonly clock = inject(ClockStore);

  measure(measure: Measure, unit: Unit, style: FigureStyle = 'compact'): string {
    return formatMeasure(measure, unit, this.language.locale(), style);
  }

  age(iso: string): string {
    const { unit, count } = ageOf(iso, this.clock.nowMs());
    return this.language.t().figure.age[unit](count);
  }

  change(change: Change | null): string {
    const words = this.language.t().figure.change;
    return change ? words[change.direction](this.percent(change.share)) : words.unknown;
  }

  percent(share: number): string {
    return new Intl.NumberFormat(this.language.locale(), {
      style: 'percent',
      maximumFractionDigits: 0,
    }).format(share);
  }

  number(value: number): string {
    return new Intl.NumberFormat(this.language.locale(), { maximumFractionDigits: 2 }).format(value);
  }

  /** A mean of ratings, always with its tenth: 4.0 is not "about 4". */
  rating(value: number): string {
    return new Intl.NumberFormat(this.language.locale(), {
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    }).format(value);
  }

  /** A calendar day, "14 Mar 2026" or long "14 March 2026"; observations are dated in UTC. */
  day(iso: string, style: 'long' | 'medium' = 'medium'): string {
    return new Intl.DateTimeFormat(this.language.locale(), { dateStyle: style, timeZone: 'UTC' }).format(
      Date.parse(iso),
    );
  }

  moment(iso: string): string {
    return new Intl.DateTimeFormat(this.language.locale(), {
      dateStyle: 'medium',
      timeStyle: 'short',
    }).format(Date.parse(iso));
  }

  country(code: string): string {
    return new Intl.DisplayNames([this.language.locale()], { type: 'region' }).of(code) ?? code;
  }

  marketplace(name: string): string {
    const names: Record<string, string> = MARKETPLACE_NAMES;
    return names[name] ?? name;
  }

  failure(reason: string): string {
    const reasons: Record<string, string> = this.language.t().failureReasons;
    return reasons[reason] ?? this.language.t().failureReasons.other;
  }
}
