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
  /** Values drawn as points as well: with a few of them a line alone shows too little, with one of them nothing. */
  dots: ChartValue[];
  failed: FailedMark[];
  /** First and last moment of the time axis in milliseconds, failed looks included. */
  span: readonly [number, number] | null;
}

const FEW_VALUES = 12;
/** A shorter axis would name the same month at every tick. */
const SHORTEST_MS = 14 * 86_400_000;

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
  const dots = values.length <= FEW_VALUES ? values : [];
  return { values, dots, failed, span: spanOf([...values.map((v) => v.name), ...failed.map((f) => f.at)]) };
}

function spanOf(moments: readonly Date[]): readonly [number, number] | null {
  if (moments.length === 0) return null;
  const times = moments.map((at) => at.getTime());
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const spare = Math.max(0, SHORTEST_MS - (last - first)) / 2;
  return [first - spare, last + spare];
}

function day(iso: string): Date {
  return new Date(iso);
}
