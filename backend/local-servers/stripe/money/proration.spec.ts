import { describe, expect, it } from '@jest/globals';
import { share } from './proration.js';

describe('a share of an amount', () => {
  it.each([
    [1_500, 1, 2, 750],
    [5, 1, 2, 3],
    [-5, 1, 2, -3],
    [1, 1, 3, 0],
    [3_900, 2_678_400, 2_678_400, 3_900],
    [3_900, 0, 2_678_400, 0],
    [3_900, 9, 3, 3_900],
    [3_900, 1, 0, 0],
    [99_999_999, 31_535_999, 31_536_000, 99_999_996],
  ])('of %d, %d of %d, is %d', (amount, part, whole, expected) => {
    expect(share(amount, part, whole)).toBe(expected);
  });
});
