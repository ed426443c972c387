import { describe, expect, it } from '@jest/globals';
import { changeOver } from './change.js';

/** One value a week, the last on 14 March 2026. */
function weekly(values: (number | null)[]) {
  const end = Date.parse('2026-03-14T00:00:00Z');
  return values.map((value, i) => ({
    date: new Date(end - (values.length - 1 - i) * 7 * 86_400_000).toISOString(),
    value,
  }));
}

describe('changeOver', () => {
  it('compares the last value with the one twelve weeks earlier', () => {
    const rising = weekly([50, 100, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 118]);
    expect(changeOver(rising, 12)).toEqual({ direction: 'up', share: expect.closeTo(0.18) });
  });

  it('calls a fall a fall, with a positive share', () => {
    expect(changeOver(weekly([200, ...Array<number>(11).fill(150), 100]), 12)).toEqual({
      direction: 'down',
      share: 0.5,
    });
  });

  it('calls a move below 3 % steady', () => {
    expect(changeOver(weekly([100, ...Array<number>(11).fill(1), 102]), 12)?.direction).toBe('steady');
  });

  it('skips failed looks, which have no value, at either end', () => {
    const points = weekly([100, ...Array<number>(11).fill(1), 150, null]);
    expect(changeOver(points, 12)).toEqual({ direction: 'up', share: 0.5 });
  });

  it('knows no change where the history is too short, empty, or began at zero', () => {
    expect(changeOver([], 12)).toBeNull();
    expect(changeOver(weekly([1, 2, 3]), 12)).toBeNull();
    expect(changeOver(weekly([0, ...Array<number>(11).fill(1), 9]), 12)).toBeNull();
  });
});
