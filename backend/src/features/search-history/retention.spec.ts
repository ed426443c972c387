import { describe, expect, it } from '@jest/globals';
import { keptSince } from './retention.js';

describe('searches are kept', () => {
  const now = Date.parse('2026-11-23T09:30:00Z');
  it.each([
    ['free', '2026-10-24T09:30:00.000Z'],
    ['starter', '2026-05-27T09:30:00.000Z'],
    ['pro', '2024-11-23T09:30:00.000Z'],
    ['agency', '2021-11-24T09:30:00.000Z'],
  ] as const)('by %s since %s', (plan, since) => {
    expect(keptSince(now, plan)).toBe(since);
  });
});
