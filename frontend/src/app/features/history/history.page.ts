import { HttpClient } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import { PageTitleStore } from '../../core/i18n/page-title.store.js';
import { WordsStore } from '../../core/i18n/words.store.js';
import { listOf } from '../../core/lists/list-of.js';
import { Orders } from '../../core/orders/orders.js';
import { EmptyState } from '../../ui/empty-state.js';
import { FailurePanel } from '../../ui/failure-panel.js';
import { Notice } from '../../ui/notice.js';
import { Skeleton } from '../../ui/skeleton.js';
import { SureButton } from '../../ui/sure-button.js';
import { HistoryWordsStore } from './history-words.store.js';
import { searchLink, type KeptSearch } from './search-link.js';

const URL = '/api/v1/me/searches';
const SHOWN_AT_FIRST = 50;
const MOST_SHOWN = 200;

@Component({
  selector: 'dk-history-page',
  imports: [EmptyState, FailurePanel, MatButton, Notice, RouterLink, Skeleton, SureButton],
  providers: [Orders],
  templateUrl: './history.page.html',
  styleUrl: './history.page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HistoryPage {
  protected readonly words = inject(HistoryWordsStore);
  protected readonly figures = inject(WordsStore);
  protected readonly orders = inject(Orders);
  private readonly http = inject(HttpClient);
  private readonly limit = signal(SHOWN_AT_FIRST);
  protected readonly searches = listOf<KeptSearch>(() => `${URL}?limit=${this.limit()}`);
  protected readonly mayHaveMore = computed(
    () => this.limit() < MOST_SHOWN && this.searches.items()?.length === this.limit(),
  );
  protected readonly link = searchLink;
  protected readonly skeletons = [0, 1, 2, 3];

  constructor() {
    inject(PageTitleStore).follow(() => this.words.t().title);
  }

  protected more(): void {
    this.limit.set(MOST_SHOWN);
  }

  protected remove({ id }: KeptSearch): Promise<void> {
    return this.forget(`${URL}/${encodeURIComponent(id)}`);
  }

  protected clear(): Promise<void> {
    return this.forget(URL);
  }

  private async forget(url: string): Promise<void> {
    const done = await this.orders.give(() => firstValueFrom(this.http.delete<{ position: string }>(url)));
    if (done) this.searches.reload(done.position);
  }
}
