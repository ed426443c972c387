import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { Crawl } from '../../api/types.js';
import { Icon } from '../../ui/icon.js';
import { LanguageStore } from '../i18n/language.store.js';
import { WordsStore } from '../i18n/words.store.js';

/** How far a live look is: a bar, a sentence, and each look that failed with its reason. */
@Component({
  selector: 'dk-crawl-progress',
  imports: [Icon],
  templateUrl: './crawl-progress.html',
  styleUrl: './crawl-progress.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CrawlProgress {
  readonly crawl = input.required<Crawl>();
  readonly unreadable = input(false);
  readonly closed = output();

  protected readonly language = inject(LanguageStore);
  protected readonly words = inject(WordsStore);
  protected readonly ended = computed(
    () => this.crawl().status === 'finished' || this.crawl().status === 'failed',
  );
  protected readonly share = computed(() => (this.ended() ? 1 : Math.max(0.04, this.crawl().progress)));
  protected readonly sentence = computed(() => {
    const words = this.language.t().crawl;
    const { status, observations } = this.crawl();
    return status === 'finished' ? words.finished(observations) : words[status];
  });
  protected look(name: string): string {
    const looks: Record<string, string> = this.language.t().crawl.looks;
    return looks[name] ?? name;
  }
}
