import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, DestroyRef, inject } from '@angular/core';
import type { ProjectionList } from '../../api/types.js';
import { failureOf } from '../../core/errors/problem.js';
import { LanguageStore } from '../../core/i18n/language.store.js';
import { PageTitleStore } from '../../core/i18n/page-title.store.js';
import { WordsStore } from '../../core/i18n/words.store.js';
import { lasting } from '../../core/lasting.js';
import { EmptyState } from '../../ui/empty-state.js';
import { FailurePanel } from '../../ui/failure-panel.js';
import { Skeleton } from '../../ui/skeleton.js';

const READ_AGAIN_MS = 3_000;

/** How far each projection is, and how a rebuild goes on. */
@Component({
  selector: 'dk-operations-page',
  imports: [EmptyState, FailurePanel, Skeleton],
  templateUrl: './operations.page.html',
  styleUrl: './operations.page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OperationsPage {
  protected readonly language = inject(LanguageStore);
  protected readonly words = inject(WordsStore);
  protected readonly resource = httpResource<ProjectionList>(() => '/api/v1/projections');
  private readonly last = lasting(this.resource, () => 'projections');
  protected readonly projections = computed(() => this.last()?.items);
  protected readonly failure = computed(() => {
    const error = this.resource.error();
    return error ? failureOf(error) : null;
  });

  constructor() {
    inject(PageTitleStore).follow(() => this.language.t().operations.title);
    const timer = setInterval(() => this.resource.reload(), READ_AGAIN_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  protected position(position: string | null | undefined): string {
    return position ? this.words.whole(position) : this.language.t().figure.noneShort;
  }
}
