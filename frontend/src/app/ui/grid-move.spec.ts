import { describe, expect, it } from '@jest/globals';
import { moveInGrid } from './grid-move.js';

describe('moveInGrid', () => {
  it('moves by one with the arrows and stops at the edges', () => {
    expect(moveInGrid({ row: 0, column: 0 }, 'ArrowDown', 3, 4)).toEqual({ row: 1, column: 0 });
    expect(moveInGrid({ row: 2, column: 3 }, 'ArrowDown', 3, 4)).toEqual({ row: 2, column: 3 });
    expect(moveInGrid({ row: 0, column: 0 }, 'ArrowLeft', 3, 4)).toEqual({ row: 0, column: 0 });
  });

  it('goes to the ends of the row with Home and End, to those of the grid with Ctrl', () => {
    expect(moveInGrid({ row: 1, column: 2 }, 'End', 3, 4)).toEqual({ row: 1, column: 3 });
    expect(moveInGrid({ row: 1, column: 2 }, 'Home', 3, 4, true)).toEqual({ row: 0, column: 0 });
  });

  it('leaves other keys alone', () => {
    expect(moveInGrid({ row: 1, column: 2 }, 'a', 3, 4)).toBeNull();
  });
});
