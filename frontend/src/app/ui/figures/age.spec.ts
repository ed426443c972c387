import { describe, expect, it } from '@jest/globals';
import { ageOf } from './age.js';

const now = Date.parse('2026-03-14T12:00:00Z');

describe('ageOf', () => {
  it.each([
    ['2026-03-14T11:59:30Z', 'now', 0],
    ['2026-03-14T12:05:00Z', 'now', 0],
    ['2026-03-14T11:57:59Z', 'minute', 2],
    ['2026-03-14T09:00:00Z', 'hour', 3],
    ['2026-03-05T12:00:00Z', 'day', 9],
    ['2026-02-25T12:00:00Z', 'week', 2],
    ['2025-12-14T12:00:00Z', 'month', 3],
    ['2024-01-01T00:00:00Z', 'year', 2],
  ])('tells that %s is some %s ago (%i)', (iso, unit, count) => {
    expect(ageOf(iso, now)).toEqual({ unit, count });
  });
});
