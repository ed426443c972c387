import { describe, expect, it } from '@jest/globals';
import { v4 as uuid } from 'uuid';
import { dailyPattern, dailySlot, lastDueMs } from './schedules.js';

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

  it('were due last at the latest moment of their pattern', () => {
    for (const at of ['2026-03-14T00:00:00Z', '2026-03-14T12:34:56.789Z', '2026-03-14T23:59:59.999Z'].map(
      Date.parse,
    ))
      for (const id of Array.from({ length: 50 }, () => uuid())) {
        const due = lastDueMs(id, at);
        const [minute, hour] = dailyPattern(id).split(' ').map(Number);
        expect([new Date(due).getUTCMinutes(), new Date(due).getUTCHours()]).toEqual([minute, hour]);
        expect(at - due).toBeGreaterThanOrEqual(0);
        expect(at - due).toBeLessThan(24 * 3_600_000);
      }
    const id = uuid();
    const due = lastDueMs(id, Date.parse('2026-03-14T12:00:00Z'));
    expect(lastDueMs(id, due)).toBe(due);
  });
});
