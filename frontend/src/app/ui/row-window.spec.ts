import { describe, expect, it } from '@jest/globals';
import { rowWindow } from './row-window.js';

describe('rowWindow', () => {
  it('draws every row of a table of up to 200', () => {
    expect(rowWindow(4000, 600, 40, 200)).toEqual({ start: 0, end: 200, above: 0, below: 0 });
  });

  it('draws the rows in sight and a few around them, and keeps the full height', () => {
    const w = rowWindow(40_000, 600, 40, 5000);
    expect(w).toEqual({ start: 988, end: 1027, above: 988 * 40, below: (5000 - 1027) * 40 });
  });

  it('stays inside the table when scrolled past its end', () => {
    const w = rowWindow(400_000, 600, 40, 300);
    expect(w.end).toBe(300);
    expect(w.above + (w.end - w.start) * 40 + w.below).toBe(300 * 40);
  });
});
