export interface SparkShape {
  line: string;
  area: string;
  last: { x: number; y: number };
}

/**
 * The path of a small trend line in a box of that size, null without a value; a single one is a point
 * alone, at the end where now is. The baseline is zero unless the
 * values move in less than a third of their height, where a zero baseline would draw every line flat.
 */
export function sparkShape(
  values: readonly number[],
  width: number,
  height: number,
  pad = 3,
): SparkShape | null {
  if (values.length === 0) return null;
  if (values.length === 1) return { line: '', area: '', last: { x: width - pad, y: round(height / 2) } };
  const max = Math.max(...values);
  const min = Math.min(...values);
  const floor = min > max * (2 / 3) ? min - (max - min) * 0.25 : 0;
  const span = max - floor || 1;
  const step = (width - 2 * pad) / (values.length - 1);
  const points = values.map((value, i) => ({
    x: round(pad + i * step),
    y: round(height - pad - ((value - floor) / span) * (height - 2 * pad)),
  }));
  const line = points.map((p, i) => `${i === 0 ? 'M' : 'L'}${p.x} ${p.y}`).join('');
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return null;
  return { line, area: `${line}L${last.x} ${height}L${first.x} ${height}Z`, last };
}

function round(n: number): number {
  return Math.round(n * 10) / 10;
}
