import { describe, expect, it } from '@jest/globals';
import { v4 as uuid } from 'uuid';
import { dailyPattern, dailySlot } from './schedules.js';

describe('daily looks', () => {
  it('have one slot for each day, UTC', () => {
    const slot = (time: string) => dailySlot('k', Date.parse(time));
    expect(slot('2026-03-14T00:00:00Z')).toBe('daily-k-2026-03-14');
    expect(slot('2026-03-14T23:59:59Z')).toBe(slot('2026-03-14T00:00:00Z'));
    expect(slot('2026-03-15T00:00:00Z')).not.toBe(slot('2026-03-14T23:59:59Z'));
  });

  it('come at the same minute every day, and not all at the same', () => {
    const id = uuid();
    expect(dailyPattern(id)).toBe(dailyPattern(id));
    const patterns = new Set(Array.from({ length: 200 }, () => dailyPattern(uuid())));
    for (const pattern of patterns) expect(pattern).toMatch(/^[1-5]?\d (1?\d|2[0-3]) \* \* \*$/);
    expect(patterns.size).toBeGreaterThan(150);
  });
});
