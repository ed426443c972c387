import {
  ChangeDetectionStrategy, Component, ElementRef, afterNextRender, computed, inject, Injector, input, output, signal,
  viewChild,
} from '@angular/core'; // prettier-ignore
import { RouterLink } from '@angular/router';
import type { KeywordItem, Sort } from '../../api/types.js';
import { LanguageStore } from '../../core/i18n/language.store.js';
import { WordsStore } from '../../core/i18n/words.store.js';
import { TrackedKeywordsStore } from '../../core/tracking/tracked-keywords.store.js';
import type { WhyQuestion } from '../../core/why/why-question.js';
import { Figure } from '../../ui/figure.js';
import { changeOver } from '../../ui/figures/change.js';
import { moveInGrid, type Cell } from '../../ui/grid-move.js';
import { Icon } from '../../ui/icon.js';
import { OriginBadge } from '../../ui/origin-badge.js';
import { rowWindow } from '../../ui/row-window.js';
import { Skeleton } from '../../ui/skeleton.js';
import { Sparkline } from '../../ui/sparkline.js';
import { FIGURE_COLUMNS, figureOf, lastYear } from './row-figures.js';
import { nextSort, sortDirection } from './search-filters.js';
import { SearchWordsStore } from './search-words.store.js';

const ROW_PX = 40;
const NEAR_END_ROWS = 15;
const CELLS = FIGURE_COLUMNS.length + 4;

/** Keywords as a dense grid: sticky heading and first column, arrows between cells, only the rows in sight are drawn. */
@Component({
  selector: 'dk-keyword-table',
  imports: [Figure, Icon, OriginBadge, RouterLink, Skeleton, Sparkline],
  templateUrl: './keyword-table.html',
  styleUrl: './keyword-table.scss',
  host: { '(click)': 'onClick($event)', '(keydown)': 'onKey($event)', '(focusin)': 'onFocus($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class KeywordTable {
  readonly items = input.required<readonly KeywordItem[]>();
  /** The day that the items are shown as of; their pages open on it. */
  readonly asOf = input<string | null>(null);
  readonly loading = input(false);
  readonly sort = input.required<Sort>();
  readonly sorted = output<Sort>();
  readonly why = output<Omit<WhyQuestion, 'asOf'>>();
  readonly look = output<KeywordItem>();
  readonly track = output<KeywordItem>();
  readonly nearEnd = output();

  protected readonly language = inject(LanguageStore);
  protected readonly sentences = inject(SearchWordsStore);
  protected readonly words = inject(WordsStore);
  protected readonly tracked = inject(TrackedKeywordsStore);
  private readonly injector = inject(Injector);
  private readonly scroller = viewChild.required<ElementRef<HTMLElement>>('scroller');

  protected readonly columns = FIGURE_COLUMNS;
  protected readonly skeletonRows = Array.from({ length: 12 }, (_, i) => i);
  protected readonly figureOf = figureOf;
  protected readonly lastYear = lastYear;
  protected readonly direction = sortDirection;
  private readonly active = signal<Cell>({ row: 0, column: 0 });
  private readonly scroll = signal({ top: 0, height: 800 });
  protected readonly window = computed(() =>
    rowWindow(this.scroll().top, this.scroll().height, ROW_PX, this.items().length),
  );
  protected readonly rows = computed(() => {
    const { start, end } = this.window();
    return this.items()
      .slice(start, end)
      .map((item, i) => ({ item, index: start + i }));
  });

  /** The cell that Tab comes back to: the last one used, or the first in sight where that one is not drawn any more. */
  protected readonly tabStop = computed(() => {
    const [active, rows] = [this.active(), this.rows()];
    return rows.some(({ index }) => index === active.row) ? active : { row: rows[0]?.index ?? 0, column: 0 };
  });

  protected onScroll(): void {
    const { scrollTop, clientHeight, scrollHeight } = this.scroller().nativeElement;
    this.scroll.set({ top: scrollTop, height: clientHeight });
    if (scrollTop + clientHeight > scrollHeight - NEAR_END_ROWS * ROW_PX) this.nearEnd.emit();
  }

  protected sparkLabel(item: KeywordItem): string {
    return this.language.t().figure.sparkLabel(this.words.change(changeOver(item.trend, 12)));
  }

  protected sortBy(column: string): void {
    this.sorted.emit(nextSort(this.sort(), column));
  }

  protected copy(item: KeywordItem): void {
    navigator.clipboard.writeText(item.keyword).catch((error: unknown) => reportError(error));
  }

  protected onFocus(event: FocusEvent): void {
    const cell = cellOf(event.target);
    if (cell) this.active.set(cell);
  }

  /** A click anywhere in a row opens its keyword, except on what does something else. Keyboards have the link itself. */
  protected onClick({ target }: MouseEvent): void {
    if (!(target instanceof Element) || target.closest('a, button')) return;
    if (getSelection()?.toString()) return;
    target.closest('tbody tr')?.querySelector('a')?.click();
  }

  protected onKey(event: KeyboardEvent): void {
    const from = cellOf(event.target);
    if (!from) return;
    const to = moveInGrid(from, event.key, this.items().length, CELLS, event.ctrlKey);
    if (!to) return;
    event.preventDefault();
    this.active.set(to);
    this.reveal(to.row);
    afterNextRender(() => this.focusCell(from, to), { injector: this.injector });
  }

  private reveal(row: number): void {
    const element = this.scroller().nativeElement;
    const top = row * ROW_PX;
    // The sticky heading covers the first row's height of the view.
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + 2 * ROW_PX > element.scrollTop + element.clientHeight)
      element.scrollTop = top + 2 * ROW_PX - element.clientHeight;
    this.onScroll();
  }

  /** A cell without a number has nothing to focus: go on in the same direction, else stay with the row's keyword. */
  private focusCell(from: Cell, to: Cell): void {
    const step = Math.sign(to.column - from.column);
    for (let column = to.column; column >= 0 && column < CELLS; column += step || -1) {
      const found = this.scroller().nativeElement.querySelector<HTMLElement>(
        `[data-cell="${to.row}:${column}"]:is(a, button), [data-cell="${to.row}:${column}"] :is(a, button)`,
      );
      if (found) return found.focus();
    }
  }
}

function cellOf(target: EventTarget | null): Cell | null {
  const holder = target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null;
  const [row, column] = (holder?.dataset['cell'] ?? '').split(':').map(Number);
  return row === undefined || column === undefined || Number.isNaN(column) ? null : { row, column };
}
