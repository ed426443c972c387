import { Injectable, inject, signal } from '@angular/core';
import { describeFailure } from '../errors/describe-failure.js';
import { ErrorBannerStore } from '../errors/error-banner.store.js';
import { refusalOf } from '../errors/refusal.js';
import { LanguageStore } from '../i18n/language.store.js';

/** Own words for a kind of problem; null: the usual ones. */
export type WordsForProblem = (kind: string | null) => string | null;

/** What a page orders, one at a time, and in words why the last order was refused. Provided by the part that orders. */
@Injectable()
export class Orders {
  protected readonly language = inject(LanguageStore);
  private readonly banner = inject(ErrorBannerStore);
  readonly busy = signal(false);
  readonly refused = signal<string | null>(null);

  /** What the order answered; undefined where it was refused, `refused` says why. */
  async give<T>(work: () => Promise<T>, words: WordsForProblem = () => null): Promise<T | undefined> {
    if (this.busy()) return undefined;
    this.busy.set(true);
    this.refused.set(null);
    try {
      return await work();
    } catch (error) {
      const { kind, failure } = refusalOf(error);
      // The way to a larger plan goes with it, which a sentence alone cannot hold.
      if (failure.kind === 'quota') {
        this.banner.show(error);
        return undefined;
      }
      const usual = this.language.t().errors;
      const tooMany = kind === 'too-many-requests' ? usual.tooMany : null;
      this.refused.set(words(kind) ?? tooMany ?? describeFailure(failure, usual));
      return undefined;
    } finally {
      this.busy.set(false);
    }
  }
}
