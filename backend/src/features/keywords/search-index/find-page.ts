import type { Sort } from '../search/sorts.js';
import type { After, KeywordOrder } from './keyword-order.js';
import type { KeywordRows } from './keyword-rows.js';
import type { Candidates, RowTest } from './row-test.js';

export interface Search {
  /** Absent: every name fits. */
  readonly test: RowTest | undefined;
  readonly places: ReadonlySet<number> | undefined;
  readonly minVolume: number | undefined;
  readonly direction: Sort['direction'];
  readonly after: After | undefined;
  readonly size: number;
  /** Rows that are looked at in order before anything else is thought of. */
  readonly firstLook: number;
}

/** Enough for texts that many keywords hold. */
export const FIRST_LOOK = 1_500;
/**
 * A step along the order leads to a row anywhere in memory and asks it for its words; candidates lie side by side and mostly
 * need no second look. So one of the first costs about as much as so many of the second.
 */
const STEP_ALONG = 4;

/**
 * The first rows in order that fit, `size` at most. There are two ways: along the order until enough were found, which is
 * fast where many fit, and through the candidates of the rarest condition, which is fast where few do. Nobody knows before
 * how many fit, so the first way may take as many steps as the second would, and then the second is taken: that costs at
 * most twice what the better one does.
 */
export function findPage(
  search: Search,
  rows: KeywordRows,
  order: KeywordOrder,
  byVolume: KeywordOrder,
): number[] {
  const found = walk(search, rows, order, search.firstLook);
  if (found) return found;
  const best = choicesOf(search, rows, byVolume).reduce<Candidates | undefined>(
    (least, choice) => (least && least.count <= choice.count ? least : choice),
    undefined,
  );
  // Without a condition every row fits, and the way along the order ends by itself.
  if (!best) return walk(search, rows, order, Infinity) ?? [];
  const further =
    best.count > search.firstLook * STEP_ALONG
      ? walk(search, rows, order, best.count / STEP_ALONG)
      : undefined;
  return further ?? gather(search, rows, order, best);
}

function fitsOf({ test, places, minVolume }: Search, rows: KeywordRows): (row: number) => boolean {
  return (row) =>
    (places === undefined || places.has(rows.place(row))) &&
    (minVolume === undefined || rows.value('search_volume', row) >= minVolume) &&
    (test === undefined || test.fits(row));
}

/** Undefined where the steps were not enough. */
function walk(search: Search, rows: KeywordRows, order: KeywordOrder, steps: number): number[] | undefined {
  const { direction, after, size } = search;
  const fits = fitsOf(search, rows);
  const found: number[] = [];
  let left = steps;
  const visit = (row: number) => {
    if (fits(row)) found.push(row);
    left -= 1;
    return found.length < size && left > 0;
  };
  // A place between rows lies before the row of the cursor going back, and behind it going forth.
  const isReached = (compared: number) => (direction === 'asc' ? compared <= 0 : compared < 0);
  if (after?.value !== undefined || !after) {
    const from = after && order.valued.boundary((row) => isReached(order.compareWith(row, after)));
    if (!order.valued.walk(from, direction, visit)) return found.length === size ? found : undefined;
  }
  const from =
    after && after.value === undefined
      ? order.missing.boundary((row) => isReached(rows.ids.compareWith(row, after.id, 0)))
      : undefined;
  const isDone = order.missing.walk(from, direction, visit) || found.length === size;
  return isDone ? found : undefined;
}

function choicesOf(
  { test, places, minVolume }: Search,
  rows: KeywordRows,
  byVolume: KeywordOrder,
): Candidates[] {
  const choices: Candidates[] = [];
  if (test) choices.push(test.candidates());
  if (places) {
    let count = 0;
    for (const place of places) count += rows.byPlace.count(place);
    choices.push({
      count,
      each(visit) {
        for (const place of places) rows.byPlace.each(place, visit);
      },
    });
  }
  if (minVolume !== undefined) {
    const from = byVolume.valued.boundary((row) => rows.value('search_volume', row) < minVolume);
    choices.push({
      count: byVolume.valued.size - byVolume.valued.before(from),
      each(visit) {
        byVolume.valued.walk(from, 'asc', (row) => {
          visit(row);
          return true;
        });
      },
    });
  }
  return choices;
}

function gather(search: Search, rows: KeywordRows, order: KeywordOrder, candidates: Candidates): number[] {
  const { direction, after, size } = search;
  const sign = direction === 'asc' ? 1 : -1;
  const comparing = order.comparing();
  const compare = (a: number, b: number): number => {
    const [aMissing, bMissing] = [order.isMissing(a), order.isMissing(b)];
    if (aMissing !== bMissing) return aMissing ? 1 : -1;
    return sign * (aMissing ? rows.ids.compare(a, b) : comparing(a, b));
  };
  const isBeyond = (row: number): boolean => {
    if (!after) return true;
    const isMissing = order.isMissing(row);
    if (after.value === undefined) return isMissing && sign * rows.ids.compareWith(row, after.id, 0) > 0;
    return isMissing || sign * order.compareWith(row, after) > 0;
  };
  const fits = fitsOf(candidates.certain ? { ...search, test: undefined } : search, rows);
  const best: number[] = [];
  const keys = order.keys();
  let worstKey = NaN;
  candidates.each((row) => {
    if (best.length === size) {
      // Most rows come after the worst that was found: asking that first is cheapest. NaN is beyond all keys.
      const worst = best[size - 1] ?? 0;
      if (direction === 'desc' && order.isBehind(row, worst)) return;
      const key = keys?.[row];
      if (key !== undefined && !Number.isNaN(worstKey) && !(sign * key <= sign * worstKey)) return;
      if (compare(row, worst) >= 0) return;
    }
    if (!isBeyond(row) || !fits(row)) return;
    let [from, to] = [0, best.length];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (compare(best[middle] ?? 0, row) < 0) from = middle + 1;
      else to = middle;
    }
    // A row may be shown more than once.
    if (best[from] === row) return;
    best.splice(from, 0, row);
    if (best.length > size) best.pop();
    if (best.length === size) worstKey = keys?.[best[size - 1] ?? 0] ?? NaN;
  });
  return best;
}
