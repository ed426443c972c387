import { wordsOfId } from '../../../platform/in-memory/id-table.js';
import { OrderedRows } from '../../../platform/in-memory/ordered-rows.js';
import { digitsOfDoubles, orderedByDigit } from '../../../platform/in-memory/radix-order.js';
import { compareCodePoints } from '../../../platform/in-memory/code-point-order.js';
import type { KeywordRows, ValueName } from './keyword-rows.js';

/** Where a page ended, as numbers: the value (undefined: the row has none; a text: its name) and the words of the id. */
export interface After {
  readonly value: number | string | undefined;
  readonly id: Uint32Array;
}

export const afterOf = (value: After['value'], id: string): After => ({ value, id: wordsOfId(id) });

/** Rows in one order, those without the value by id after all others. */
export interface KeywordOrder {
  readonly valued: OrderedRows;
  readonly missing: OrderedRows;
  insert(row: number): void;
  delete(row: number): void;
  /** Takes all rows at once, those of `orderByName` by name, all others by id. */
  fill(rows: Uint32Array): void;
  isMissing(row: number): boolean;
  /** Below 0 where the row comes before the place; both have a value. */
  compareWith(row: number, after: After): number;
  /**
   * True where row `a` comes after row `b` from the greatest down, by their numbers alone: rows are numbered in the order in which they
   * were loaded, the most searched first, and of most of them nothing has changed since. False where that cannot be told.
   */
  isBehind(a: number, b: number): boolean;
  /** By row, the number that it is ordered by before its id, if it is one; NaN where it has none. */
  keys(): Float64Array | undefined;
  /** Below 0 where `a` comes first; both have a value. Made for one question: it may remember what it compared. */
  comparing(): (a: number, b: number) => number;
}

export function orderByValue(rows: KeywordRows, column: ValueName): KeywordOrder {
  const compare = (a: number, b: number) =>
    rows.value(column, a) - rows.value(column, b) || rows.ids.compare(a, b);
  const valued = new OrderedRows(compare);
  const missing = new OrderedRows((a, b) => rows.ids.compare(a, b));
  const isMissing = (row: number) => Number.isNaN(rows.value(column, row));
  const part = (row: number) => (isMissing(row) ? missing : valued);
  /** By row of those that were loaded in order, whether it has moved since. */
  let moved = new Uint8Array(0);
  const touch = (row: number) => {
    if (row < moved.length) moved[row] = 1;
  };
  return {
    valued,
    missing,
    isMissing,
    isBehind: (a, b) => a > b && moved[a] === 0 && moved[b] === 0,
    insert(row) {
      touch(row);
      part(row).insert(row);
    },
    delete(row) {
      touch(row);
      part(row).delete(row);
    },
    fill(byId) {
      missing.fill(byId.filter(isMissing));
      let order: Uint32Array = byId.filter((row) => !isMissing(row));
      for (const digit of digitsOfDoubles(rows.valuesOf(column))) order = orderedByDigit(order, digit);
      valued.fill(order);
      const isLoadedInOrder = order.every((row, i) => row === order.length - 1 - i);
      moved = new Uint8Array(isLoadedInOrder ? order.length : 0);
    },
    compareWith: (row, { value, id }) =>
      rows.value(column, row) - Number(value) || rows.ids.compareWith(row, id, 0),
    keys: () => rows.valuesOf(column),
    comparing: () => compare,
  };
}

export function orderByName(rows: KeywordRows): KeywordOrder {
  const compare = (nameOf: (row: number) => string) => (a: number, b: number) =>
    compareCodePoints(nameOf(a), nameOf(b)) || rows.ids.compare(a, b);
  const valued = new OrderedRows(compare((row) => rows.name(row)));
  return {
    valued,
    missing: new OrderedRows(() => 0),
    isMissing: () => false,
    isBehind: () => false,
    insert: (row) => valued.insert(row),
    delete: (row) => valued.delete(row),
    fill: (byName) => valued.fill(byName),
    compareWith: (row, { value, id }) =>
      compareCodePoints(rows.name(row), String(value)) || rows.ids.compareWith(row, id, 0),
    keys: () => undefined,
    comparing() {
      const names = new Map<number, string>();
      return compare((row) => {
        let name = names.get(row);
        if (name === undefined) names.set(row, (name = rows.name(row)));
        return name;
      });
    },
  };
}

/** All rows in the order of their ids. */
export function rowsById(rows: KeywordRows): Uint32Array {
  let order: Uint32Array = Uint32Array.from({ length: rows.size }, (_, row) => row);
  for (let word = 3; word >= 0; word -= 1)
    for (const shift of [0, 16])
      order = orderedByDigit(order, (row) => (rows.ids.word(row, word) >>> shift) & 0xffff);
  return order;
}
