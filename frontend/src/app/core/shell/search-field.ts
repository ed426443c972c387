import { HttpClient } from '@angular/common/http';
import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import {
  MatAutocomplete,
  MatAutocompleteOrigin,
  MatAutocompleteTrigger,
  MatOption,
} from '@angular/material/autocomplete';
import { NavigationEnd, Router } from '@angular/router';
import { Subject, catchError, debounceTime, filter, map, of, switchMap } from 'rxjs';
import type { Suggestions } from '../../api/types.js';
import { Icon } from '../../ui/icon.js';
import { LanguageStore } from '../i18n/language.store.js';
import { WordsStore } from '../i18n/words.store.js';
import { groupSuggestions } from './group-suggestions.js';

const SETTLE_MS = 130;
const SHOWN = 8;

/** The one search field: types ahead from what marketplaces suggest and what we know, and searches on Enter. */
@Component({
  selector: 'dk-search-field',
  imports: [Icon, MatAutocomplete, MatAutocompleteOrigin, MatAutocompleteTrigger, MatOption],
  templateUrl: './search-field.html',
  styleUrl: './search-field.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SearchField {
  protected readonly language = inject(LanguageStore);
  protected readonly words = inject(WordsStore);
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly input = viewChild.required<ElementRef<HTMLInputElement>>('input');
  private readonly trigger = viewChild.required(MatAutocompleteTrigger);

  protected readonly text = signal('');
  private readonly typed = new Subject<string>();
  private readonly suggestions = toSignal(
    this.typed.pipe(
      debounceTime(SETTLE_MS),
      switchMap((text) => (text.trim() === '' ? of([]) : this.suggest(text.trim()))),
    ),
    { initialValue: [] },
  );
  protected readonly groups = computed(() => groupSuggestions(this.suggestions(), SHOWN));

  constructor() {
    this.router.events
      .pipe(
        filter((event) => event instanceof NavigationEnd),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.followAddress());
  }

  focus(): void {
    this.input().nativeElement.focus();
    this.input().nativeElement.select();
  }

  protected type(text: string): void {
    this.text.set(text);
    this.typed.next(text);
  }

  protected clear(): void {
    this.type('');
    this.focus();
    if (this.onSearchPage()) this.search('');
  }

  /** Other filters in the address stay when the search page is open; elsewhere a search starts fresh. */
  protected search(text: string): void {
    const query = text.trim();
    this.text.set(query);
    this.typed.next('');
    this.trigger().closePanel();
    void this.router.navigate(['/'], {
      queryParams: { query: query || null },
      queryParamsHandling: this.onSearchPage() ? 'merge' : 'replace',
    });
  }

  protected submit(event: Event): void {
    event.preventDefault();
    // Enter on a highlighted suggestion is a choice, which the list itself reports.
    if (!this.trigger().activeOption) this.search(this.text());
  }

  private suggest(prefix: string) {
    return this.http.get<Suggestions>('/api/v1/suggestions', { params: { prefix } }).pipe(
      map(({ items }) => items),
      // A suggestion is a convenience: without it the field still searches.
      catchError(() => of([])),
    );
  }

  private followAddress(): void {
    const query: unknown = this.router.routerState.snapshot.root.queryParams['query'];
    if (this.onSearchPage()) this.text.set(typeof query === 'string' ? query : '');
  }

  private onSearchPage(): boolean {
    return this.router.url === '/' || this.router.url.startsWith('/?');
  }
}
