import { describe, expect, it } from '@jest/globals';
import { sparkShape } from './spark-path.js';

describe('sparkShape', () => {
  it('draws from left to right with the highest value at the top and zero at the bottom', () => {
    expect(sparkShape([0, 10, 5], 106, 26)).toEqual({
      line: 'M3 23L53 3L103 13',
      area: 'M3 23L53 3L103 13L103 26L3 26Z',
      last: { x: 103, y: 13 },
    });
  });

  it('draws a level series as a level line, not as a division by zero', () => {
    expect(sparkShape([4, 4, 4], 100, 20)?.line).not.toContain('NaN');
  });

  it('draws a single value as its point alone, and nothing for none', () => {
    expect(sparkShape([4], 100, 20)).toEqual({ line: '', area: '', last: { x: 97, y: 10 } });
    expect(sparkShape([], 100, 20)).toBeNull();
  });
});
