import type { TrendPoint } from '../../api/types.js';

/** A value on the chart. */
export interface ChartValue {
  name: Date;
  value: number;
  min?: number;
  max?: number;
  point: TrendPoint;
}

/** A failed look, drawn hollow at the height of the last good value (or of the next one, or of zero). */
export interface FailedMark {
  at: Date;
  height: number;
  reason: string;
}

export interface TrendSeries {
  values: ChartValue[];
  failed: FailedMark[];
}

/** Splits a trend into the line and its failed looks; `scale` is how many minor units make one. */
export function trendSeries(points: readonly TrendPoint[], scale = 1): TrendSeries {
  const values: ChartValue[] = [];
  const failed: FailedMark[] = [];
  let unplaced: FailedMark[] = [];
  for (const point of points) {
    if (point.value === null) {
      const last = values.at(-1);
      const mark = { at: day(point.observedAt), height: last?.value ?? 0, reason: point.reason ?? 'other' };
      failed.push(mark);
      if (!last) unplaced.push(mark);
      continue;
    }
    const value = point.value / scale;
    for (const mark of unplaced) mark.height = value;
    unplaced = [];
    const range = point.maxValue === undefined ? {} : { min: value, max: point.maxValue / scale };
    values.push({ name: day(point.date), value, ...range, point });
  }
  return { values, failed };
}

function day(iso: string): Date {
  return new Date(iso);
}
