import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { KeywordItem } from '../../api/types.js';
import { MARKETPLACES } from '../../api/vocabulary.js';
import { LanguageStore } from '../../core/i18n/language.store.js';
import { WordsStore } from '../../core/i18n/words.store.js';
import { TrackedKeywordsStore } from '../../core/tracking/tracked-keywords.store.js';
import { Icon } from '../../ui/icon.js';
import { OriginBadge } from '../../ui/origin-badge.js';
import { SiblingsStore } from './siblings.store.js';
import { KeywordWordsStore } from './keyword-words.store.js';

/** The keyword, the marketplaces that know it, and what can be done with it. */
@Component({
  selector: 'dk-keyword-header',
  imports: [Icon, MatButton, OriginBadge, RouterLink],
  templateUrl: './keyword-header.html',
  styleUrl: './keyword-header.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class KeywordHeader {
  readonly keyword = input.required<KeywordItem>();
  readonly day = input.required<string | null>();
  /** A look is under way. */
  readonly busy = input(false);
  readonly look = output();

  protected readonly language = inject(LanguageStore);
  protected readonly sentences = inject(KeywordWordsStore);
  protected readonly words = inject(WordsStore);
  private readonly trackedKeywords = inject(TrackedKeywordsStore);
  private readonly siblings = inject(SiblingsStore);
  protected readonly tracked = computed(() => this.trackedKeywords.tracked(this.keyword().id));

  protected readonly chips = computed(() => {
    const current = this.keyword();
    return MARKETPLACES.map((marketplace) => ({
      marketplace,
      id: marketplace === current.marketplace ? current.id : this.siblings.ids()[marketplace],
      current: marketplace === current.marketplace,
    }));
  });

  protected toggleTracked(): void {
    const tracked = this.tracked();
    void (tracked ? this.trackedKeywords.untrack(tracked) : this.trackedKeywords.track(this.keyword()));
  }
}
