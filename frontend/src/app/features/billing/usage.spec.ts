import { describe, expect, it } from '@jest/globals';
import { timeLeft, usageOf } from './usage.js';

describe('what is used of a quota', () => {
  it('warns from 80 % and is full at 100 %', () => {
    expect([7, 8, 9, 10, 14].map((used) => usageOf({ used, limit: 10 }).level)).toEqual([
      'well',
      'near',
      'near',
      'full',
      'full',
    ]);
  });

  it('fills its bar and no more, though more is in use than a smaller plan has', () => {
    expect(usageOf({ used: 14, limit: 10 })).toEqual({ share: 1, level: 'full', left: 0 });
    expect(usageOf({ used: 0, limit: 0 }).share).toBe(1);
  });
});

describe('timeLeft', () => {
  it('is told in hours, the last one in minutes', () => {
    const now = Date.parse('2026-11-23T12:00:00Z');
    expect(timeLeft('2026-11-24T00:00:00Z', now)).toEqual({ unit: 'hours', count: 12 });
    expect(timeLeft('2026-11-23T12:20:30Z', now)).toEqual({ unit: 'minutes', count: 21 });
    expect(timeLeft('2026-11-23T11:00:00Z', now)).toEqual({ unit: 'minutes', count: 1 });
  });
});
