import { Injectable, computed, inject, signal } from '@angular/core';
import { LanguageStore } from '../i18n/language.store.js';
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

  show(error: unknown): void {
    this.failure.set(failureOf(error));
  }

  dismiss(): void {
    this.failure.set(null);
  }
}

interface ErrorWords {
  offline: string;
  offlineHelp: string;
  server: string;
  badInput: string;
  notFound: string;
}

/** A sentence on what happened and, where known, what to do. */
export function describeFailure(failure: Failure, words: ErrorWords): string {
  switch (failure.kind) {
    case 'offline':
      return `${words.offline} ${words.offlineHelp}`;
    case 'not-found':
      return failure.detail ?? words.notFound;
    case 'bad-input':
      return failure.detail ? `${words.badInput} ${failure.detail}` : words.badInput;
    case 'server':
      return words.server;
  }
}
