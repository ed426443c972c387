import { Injectable, computed, inject, signal } from '@angular/core';
import { LanguageStore } from '../i18n/language.store.js';
import { describeFailure } from './describe-failure.js';
import { failureOf, type Failure } from './problem.js';

/** The one place for what went wrong outside a page's own loading: a click that did not work. */
@Injectable({ providedIn: 'root' })
export class ErrorBannerStore {
  private readonly language = inject(LanguageStore);
  private readonly failure = signal<Failure | null>(null);
  readonly text = computed(() => {
    const failure = this.failure();
    return failure && describeFailure(failure, this.language.t().errors);
  });
  /** A larger plan would help. */
  readonly isQuota = computed(() => this.failure()?.kind === 'quota');

  show(error: unknown): void {
    this.failure.set(failureOf(error));
  }

  dismiss(): void {
    this.failure.set(null);
  }
}
