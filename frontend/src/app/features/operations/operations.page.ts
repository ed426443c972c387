import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { MatSnackBar } from '@angular/material/snack-bar';
import { RouterLink } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import type { Projection } from '../../api/types.js';
import { describeFailure } from '../../core/errors/describe-failure.js';
import { LanguageStore } from '../../core/i18n/language.store.js';
import { PageTitleStore } from '../../core/i18n/page-title.store.js';
import { WordsStore } from '../../core/i18n/words.store.js';
import { EmptyState } from '../../ui/empty-state.js';
import { FailurePanel } from '../../ui/failure-panel.js';
import { Skeleton } from '../../ui/skeleton.js';
import { ConfirmOrder, type OrderQuestion } from './confirm-order.js';
import { OperationsStore } from './operations.store.js';
import { headingId, type Order } from './orders.js';
import { ProjectionCard } from './projection-card.js';
import { ReactionsTable } from './reactions-table.js';
import { OperationsWordsStore } from './operations-words.store.js';

const SAID_MS = 5_000;

/** How far each follower of the log is, and the orders that an operator can give. */
@Component({
  selector: 'dk-operations-page',
  imports: [EmptyState, FailurePanel, ProjectionCard, ReactionsTable, RouterLink, Skeleton],
  providers: [OperationsStore],
  templateUrl: './operations.page.html',
  styleUrl: './operations.page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OperationsPage {
  protected readonly language = inject(LanguageStore);
  protected readonly sentences = inject(OperationsWordsStore);
  protected readonly words = inject(WordsStore);
  protected readonly store = inject(OperationsStore);
  private readonly dialog = inject(MatDialog);
  private readonly snackBar = inject(MatSnackBar);

  protected readonly skeletons = [0, 1, 2, 3];
  /** The last order that was not taken, and why. */
  protected readonly refused = signal<{ readonly name: string; readonly text: string } | null>(null);

  constructor() {
    inject(PageTitleStore).follow(() => this.sentences.t().title);
  }

  protected async give(order: Order, projection: Projection): Promise<void> {
    const words = this.sentences.t().orders[order];
    const { name } = projection;
    const previous = projection.previous?.build ?? 0;
    const data: OrderQuestion = { title: words.title(name), text: words.text(previous), yes: words.button };
    const dialog = this.dialog.open<ConfirmOrder, OrderQuestion, true>(ConfirmOrder, {
      data,
      width: '420px',
      maxWidth: '92vw',
    });
    if (!(await firstValueFrom(dialog.afterClosed()))) return;
    this.refused.set(null);
    const failure = await this.store.order(order, projection);
    if (failure) this.refused.set({ name, text: describeFailure(failure, this.language.t().errors) });
    else this.snackBar.open(words.done(name), undefined, { duration: SAID_MS });
    // The button that was pressed is disabled meanwhile or gone: who uses a keyboard goes on at the card.
    if (document.activeElement === document.body)
      document.getElementById(headingId(name))?.focus({ preventScroll: true });
  }
}
