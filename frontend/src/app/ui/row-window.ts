export interface RowWindow {
  /** First row to draw, and the one after the last. */
  start: number;
  end: number;
  /** Heights in px that stand for the rows left out above and below. */
  above: number;
  below: number;
}

const OVERSCAN_ROWS = 12;

/** Which rows of a long table are worth drawing; up to `always` rows, all of them. */
export function rowWindow(
  scrollTop: number,
  viewHeight: number,
  rowHeight: number,
  count: number,
  always = 200,
): RowWindow {
  if (count <= always) return { start: 0, end: count, above: 0, below: 0 };
  const start = Math.min(count, Math.max(0, Math.floor(scrollTop / rowHeight) - OVERSCAN_ROWS));
  const end = Math.min(count, Math.ceil((scrollTop + viewHeight) / rowHeight) + OVERSCAN_ROWS);
  return { start, end, above: start * rowHeight, below: (count - end) * rowHeight };
}
