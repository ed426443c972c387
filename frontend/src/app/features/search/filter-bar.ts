import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { Country, Marketplace } from '../../api/types.js';
import { COUNTRIES, MARKETPLACES, SORTS } from '../../api/vocabulary.js';
import { LanguageStore } from '../../core/i18n/language.store.js';
import { WordsStore } from '../../core/i18n/words.store.js';
import { Icon } from '../../ui/icon.js';
import { MIN_VOLUMES, type SearchFilters } from './search-filters.js';
import { SearchWordsStore } from './search-words.store.js';

/** Marketplace chips, country, minimum demand and sort. */
@Component({
  selector: 'dk-filter-bar',
  imports: [Icon],
  templateUrl: './filter-bar.html',
  styleUrl: './filter-bar.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FilterBar {
  readonly filters = input.required<SearchFilters>();
  /** The days are shown to choose one. */
  readonly travelling = input(false);
  readonly changed = output<Partial<SearchFilters>>();
  readonly travel = output();

  protected readonly language = inject(LanguageStore);
  protected readonly sentences = inject(SearchWordsStore);
  protected readonly words = inject(WordsStore);
  protected readonly marketplaces: readonly Marketplace[] = MARKETPLACES;
  protected readonly sorts = SORTS;
  protected readonly volumes = computed(() => {
    const chosen = this.filters().minVolume;
    // An address may ask for a minimum that the menu does not offer.
    return chosen === null || MIN_VOLUMES.includes(chosen)
      ? MIN_VOLUMES
      : [...MIN_VOLUMES, chosen].sort((a, b) => a - b);
  });
  protected readonly countries = computed(() =>
    COUNTRIES.map((code) => ({ code, name: this.words.country(code) })).sort((a, b) =>
      a.name.localeCompare(b.name, this.language.locale()),
    ),
  );

  protected chooseCountry(code: string): void {
    const country: Country | null = COUNTRIES.find((c) => c === code) ?? null;
    this.changed.emit({ country });
  }

  protected chooseSort(value: string): void {
    const sort = SORTS.find((s) => s === value);
    if (sort) this.changed.emit({ sort });
  }

  protected chooseVolume(value: string): void {
    this.changed.emit({ minVolume: value === '' ? null : Number(value) });
  }
}
