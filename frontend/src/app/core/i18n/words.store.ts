import { Injectable, inject } from '@angular/core';
import type { TrendMetric } from '../../api/types.js';
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

  /** What a metric counts, in words to stand after its value; empty where the value says it, as money does. */
  unit(metric: TrendMetric): string {
    const words = this.language.t().figure;
    const units: Partial<Record<TrendMetric, string>> = {
      searchVolume: words.perMonth,
      resultCount: words.results,
      competition: words.from0to1,
      cpc: words.perClick,
      opportunity: words.outOf100,
    };
    return units[metric] ?? '';
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

  /** A whole number that may be too large for a double, as decimal text. */
  whole(decimal: string): string {
    return new Intl.NumberFormat(this.language.locale()).format(BigInt(decimal));
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
