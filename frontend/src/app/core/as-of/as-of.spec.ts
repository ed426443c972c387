import { describe, expect, it } from '@jest/globals';
import { dayAt, dayRange, isDay, isMoment, stepOf } from './as-of.js';

const now = Date.parse('2026-03-14T15:00:00Z');

describe('the days of the time slider', () => {
  it('run from the first day known to today', () => {
    expect(dayRange('2026-03-02', now)).toEqual({ first: '2026-03-02', steps: 12 });
  });

  it('cover a year where nothing is known of the first day', () => {
    expect(dayRange(undefined, now)).toEqual({ first: '2025-03-14', steps: 365 });
  });

  it('lead from step to day and back, and the last step is now', () => {
    const range = dayRange('2026-03-02', now);
    expect(dayAt(range, 3)).toBe('2026-03-05');
    expect(stepOf(range, '2026-03-05')).toBe(3);
    expect(dayAt(range, 12)).toBeNull();
    expect(stepOf(range, null)).toBe(12);
  });

  it('hold a day outside the range at its end', () => {
    const range = dayRange('2026-03-02', now);
    expect(stepOf(range, '2020-01-01')).toBe(0);
  });
});

describe('isMoment', () => {
  it('takes days and moments, and nothing else', () => {
    const told = [
      '2026-03-14',
      '2026-03-14T08:00:00.000Z',
      '2026-03-14T08:00',
      '2026-03-14T99:00:00Z',
      'soon',
    ];
    expect(told.map(isMoment)).toEqual([true, true, false, false, false]);
  });
});

describe('isDay', () => {
  it('takes calendar days only', () => {
    expect([isDay('2026-03-14'), isDay('2026-13-40'), isDay('yesterday'), isDay(undefined)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
