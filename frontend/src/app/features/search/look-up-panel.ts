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
import type { Country, Marketplace } from '../../api/types.js';
import { COUNTRIES, MARKETPLACES } from '../../api/vocabulary.js';
import { LanguageStore } from '../../core/i18n/language.store.js';
import { WordsStore } from '../../core/i18n/words.store.js';
import { SearchWordsStore } from './search-words.store.js';

export interface LookWanted {
  marketplaces: readonly Marketplace[];
  country: Country;
}

/** Offers to open the marketplaces' pages for a keyword that nobody has looked up. */
@Component({
  selector: 'dk-look-up-panel',
  imports: [MatButton],
  templateUrl: './look-up-panel.html',
  styleUrl: './look-up-panel.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LookUpPanel {
  readonly keyword = input.required<string>();
  readonly marketplace = input.required<Marketplace | null>();
  readonly country = input.required<Country | null>();
  /** Whether nobody has looked it up for sure; else it may only be hidden by a filter or stand on a later page. */
  readonly certain = input.required<boolean>();
  readonly busy = input(false);
  readonly wanted = output<LookWanted>();

  protected readonly language = inject(LanguageStore);
  protected readonly sentences = inject(SearchWordsStore);
  protected readonly words = inject(WordsStore);
  protected readonly countries = COUNTRIES;
  protected readonly from = linkedSignal<Country>(() => this.country() ?? countryOfBrowser());
  protected readonly marketplaces = computed(() => {
    const only = this.marketplace();
    return only ? [only] : MARKETPLACES;
  });

  protected choose(code: string): void {
    const country = COUNTRIES.find((c) => c === code);
    if (country) this.from.set(country);
  }

  protected start(): void {
    this.wanted.emit({ marketplaces: this.marketplaces(), country: this.from() });
  }
}

/** Where the reader probably sells: the region of the browser's language, else the United States. */
function countryOfBrowser(): Country {
  const regions = navigator.languages.map((tag) => new Intl.Locale(tag).region);
  return COUNTRIES.find((c) => regions.includes(c)) ?? 'US';
}
