import { describe, expect, it } from '@jest/globals';
import type { FailureReason, TrendPoint } from '../../api/types.js';
import { trendSeries } from './trend-series.js';

const good = (date: string, value: number): TrendPoint => ({
  date,
  value,
  relation: 'eq',
  kind: 'measured',
  observedAt: `${date}T10:00:00Z`,
});
const failed = (date: string, reason: FailureReason): TrendPoint => ({
  date,
  value: null,
  kind: 'failed',
  reason,
  observedAt: `${date}T10:00:00Z`,
});

describe('trendSeries', () => {
  it('keeps a failed look out of the line and marks it at the last good value', () => {
    const { values, failed: marks } = trendSeries([
      good('2026-03-02', 40),
      failed('2026-03-09', 'captcha'),
      good('2026-03-16', 50),
    ]);
    expect(values.map((v) => v.value)).toEqual([40, 50]);
    expect(marks).toEqual([{ at: new Date('2026-03-09T10:00:00Z'), height: 40, reason: 'captcha' }]);
  });

  it('marks failed looks before the first value at that value, and at zero where there is none at all', () => {
    expect(trendSeries([failed('2026-03-02', 'drift'), good('2026-03-09', 7)]).failed[0]?.height).toBe(7);
    expect(trendSeries([failed('2026-03-02', 'drift')]).failed[0]?.height).toBe(0);
  });

  it('reaches over the last value to a failed look after it', () => {
    const { span } = trendSeries([good('2026-03-02', 40), failed('2026-03-23', 'captcha')]);
    expect(span).toEqual([Date.parse('2026-03-02'), Date.parse('2026-03-23T10:00:00Z')]);
  });

  it('gives a single value a point and two weeks of room, and a long line no points', () => {
    const { dots, span } = trendSeries([good('2026-03-10', 40)]);
    expect(dots.map((d) => d.value)).toEqual([40]);
    expect(span).toEqual([Date.parse('2026-03-03'), Date.parse('2026-03-17')]);
    expect(trendSeries(Array.from({ length: 20 }, () => good('2026-03-10', 40))).dots).toEqual([]);
  });

  it('turns minor units into money, both ends of a range included', () => {
    const range = { ...good('2026-03-02', 350), maxValue: 1200, relation: 'range' as const };
    expect(trendSeries([range], 100).values[0]).toMatchObject({ value: 3.5, min: 3.5, max: 12 });
  });
});
