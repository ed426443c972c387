import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { boundsOf, figureOf, type Bounds } from './bounds.js';

const HUNDRED = { min: 0, max: 100, stepsPerUnit: 1 };

describe('bounds', () => {
  it.each([
    [
      { value: 7, relation: 'eq' },
      { low: 7, high: 7 },
    ],
    [
      { value: 7, relation: 'gt' },
      { low: 7, high: Infinity },
    ],
    [
      { value: 7, relation: 'gte' },
      { low: 7, high: Infinity },
    ],
    [
      { value: 7, relation: 'lt' },
      { low: 0, high: 7 },
    ],
    [
      { value: 7, maxValue: 9, relation: 'range' },
      { low: 7, high: 9 },
    ],
  ] as const)('%j lies within %j', (figure, bounds) => {
    expect(boundsOf(figure)).toEqual(bounds);
  });

  it.each([
    [
      { low: 41.6, high: 41.6 },
      { value: 42, relation: 'eq' },
    ],
    [
      { low: 41.6, high: 100 },
      { value: 41, relation: 'gte' },
    ],
    [
      { low: 0, high: 41.6 },
      { value: 42, relation: 'lt' },
    ],
    [
      { low: 0, high: 42 },
      { value: 43, relation: 'lt' },
    ],
    [
      { low: 41.6, high: 50.2 },
      { value: 41, maxValue: 51, relation: 'range' },
    ],
    [{ low: 0, high: 100 }, null],
  ] as const)('%j is shown as %j', (bounds, figure) => {
    expect(figureOf(bounds, HUNDRED)).toEqual(figure);
  });

  it('a figure never claims more than the bounds that it is made from', () => {
    const bounds = fc
      .tuple(fc.double({ min: 0, max: 100, noNaN: true }), fc.double({ min: 0, max: 100, noNaN: true }))
      .map(([a, b]): Bounds => ({ low: Math.min(a, b), high: Math.max(a, b) }))
      .filter(({ low, high }) => low < high);
    fc.assert(
      fc.property(bounds, (known) => {
        const figure = figureOf(known, HUNDRED);
        if (!figure) return;
        const claimed = boundsOf(figure);
        expect(claimed.low).toBeLessThanOrEqual(known.low + 1e-6);
        if (figure.relation !== 'eq') expect(claimed.high).toBeGreaterThanOrEqual(known.high - 1e-6);
      }),
    );
  });
});
