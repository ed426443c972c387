export interface Change {
  direction: 'up' | 'down' | 'steady';
  /** Share of the earlier value, never negative: 0.18 is 18 %. */
  share: number;
}

const WEEK_MS = 7 * 24 * 3600 * 1000;
/** Smaller moves are noise to a reader. */
const STEADY_BELOW = 0.03;

/**
 * How the last value of a series stands to the one that many weeks before it. null where the series does not reach back
 * that far (the nearest value may be off by a fifth of the span), or began at zero, where a share means nothing.
 */
export function changeOver(
  points: readonly { date: string; value: number | null }[],
  weeks: number,
): Change | null {
  const known = points.filter((p): p is { date: string; value: number } => p.value !== null);
  const last = known.at(-1);
  if (!last) return null;
  const target = Date.parse(last.date) - weeks * WEEK_MS;
  const before = nearest(known, target);
  if (!before || before === last || Math.abs(Date.parse(before.date) - target) > (weeks * WEEK_MS) / 5)
    return null;
  if (before.value === 0) return null;
  const share = (last.value - before.value) / before.value;
  if (Math.abs(share) < STEADY_BELOW) return { direction: 'steady', share: Math.abs(share) };
  return { direction: share > 0 ? 'up' : 'down', share: Math.abs(share) };
}

function nearest<P extends { date: string }>(points: readonly P[], timeMs: number): P | undefined {
  let best: P | undefined;
  for (const point of points) {
    const distance = Math.abs(Date.parse(point.date) - timeMs);
    if (!best || distance < Math.abs(Date.parse(best.date) - timeMs)) best = point;
  }
  return best;
}
