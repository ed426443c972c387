import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogRef, MatDialogTitle } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import type { KeywordDetail } from '../../api/types.js';
import { METRIC_UNITS } from '../../api/vocabulary.js';
import { Icon } from '../../ui/icon.js';
import { KindMark } from '../../ui/kind-mark.js';
import { OriginBadge } from '../../ui/origin-badge.js';
import { Skeleton } from '../../ui/skeleton.js';
import { LanguageStore } from '../i18n/language.store.js';
import { WordsStore } from '../i18n/words.store.js';
import { explain, inputsOf, spaced, type FormulaInput } from './explain.js';
import type { WhyQuestion } from './why-question.js';

/** Source, time, formula and inputs of one number. */
@Component({
  selector: 'dk-why-number',
  imports: [Icon, KindMark, MatButton, MatDialogTitle, OriginBadge, RouterLink, Skeleton],
  templateUrl: './why-number.html',
  styleUrl: './why-number.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WhyNumber {
  protected readonly question = inject<WhyQuestion>(MAT_DIALOG_DATA);
  protected readonly dialog = inject(MatDialogRef);
  protected readonly language = inject(LanguageStore);
  protected readonly words = inject(WordsStore);

  protected readonly explanation = explain(this.question.keyword, this.question.metric);
  protected readonly unit = METRIC_UNITS[this.question.metric];
  protected readonly name = computed(() => this.language.t().metrics[this.question.metric]);

  /** Only a computed number has inputs to read. */
  protected readonly detail = httpResource<KeywordDetail>(() =>
    this.explanation?.formula
      ? {
          url: `/api/v1/keywords/${encodeURIComponent(this.question.keyword.id)}`,
          params: this.question.asOf ? { asOf: this.question.asOf } : {},
        }
      : undefined,
  );
  protected readonly inputs = computed(() =>
    inputsOf(this.detail.hasValue() ? this.detail.value() : null, this.question.metric, {
      name: (name) => this.inputName(name),
      number: (value) => this.words.number(value),
    }),
  );

  protected inputName(name: string): string {
    const { metrics, why } = this.language.t();
    const names: Record<string, string> = { ...metrics, ...why.inputNames };
    return names[name] ?? spaced(name);
  }

  protected inputValue({ figure, text }: FormulaInput): string {
    if (!figure) return text ?? this.language.t().figure.none;
    const whole = Number.isInteger(figure.value);
    return this.words.measure(figure, figure.currency ? 'money' : whole ? 'count' : 'share', 'exact');
  }
}
