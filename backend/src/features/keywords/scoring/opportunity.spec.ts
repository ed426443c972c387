import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { boundsOf, type Figure } from './bounds.js';
import { opportunity1 } from './opportunity.js';

const of = (searchVolume: Figure, competition: Figure) =>
  opportunity1.score({ searchVolume, competition })?.result ?? null;
const eq = (value: number): Figure => ({ value, relation: 'eq' });

describe('opportunity-1', () => {
  it('99,999 searches and nobody who serves them are 100', () => {
    expect(of(eq(99_999), eq(0))).toEqual(eq(100));
  });

  it('9,999 searches at a competition of 0.5 are 63', () => {
    expect(of(eq(9_999), eq(0.5))).toEqual(eq(63));
  });

  it('a full market is 0, however much is searched', () => {
    expect(of(eq(1_000_000), eq(1))).toEqual(eq(0));
  });

  it('competition known only from below gives an opportunity known only from above', () => {
    expect(of(eq(9_999), { value: 0.5, relation: 'gte' })).toEqual({ value: 64, relation: 'lt' });
  });

  it('demand known only from below gives an opportunity known only from below', () => {
    const opportunity = of({ value: 9_999, relation: 'gte' }, eq(0.5));
    expect(opportunity).toEqual({ value: 63, maxValue: 71, relation: 'range' });
  });

  it('is not told where nothing is known of either side', () => {
    expect(of({ value: 0, relation: 'gte' }, { value: 0, relation: 'gte' })).toBeNull();
  });

  it('keeps both inputs with their relations', () => {
    const inputs = { searchVolume: eq(100), competition: { value: 0.5, relation: 'gte' as const } };
    expect(opportunity1.score(inputs)?.inputs).toEqual(inputs);
  });

  it('lies in 0 to 100, rises with demand and falls with competition', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(1_000_000), share, share, (demand, more, a, b) => {
        const [less, greater] = [Math.min(a, b), Math.max(a, b)];
        const better = of(eq(demand + more), eq(less))?.value ?? NaN;
        const worse = of(eq(demand), eq(greater))?.value ?? NaN;
        expect(better).toBeGreaterThanOrEqual(worse);
        expect(worse).toBeGreaterThanOrEqual(0);
        expect(better).toBeLessThanOrEqual(100);
      }),
    );
  });

  it('holds the true opportunity within what it says of bounded inputs', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.nat(200_000), fc.nat(200_000), share, share, (demand, more, a, b) => {
        const [less, greater] = [Math.min(a, b), Math.max(a, b)];
        const vague = of({ value: demand, relation: 'gte' }, { value: less, relation: 'gte' });
        if (!vague) return;
        const truth = of(eq(demand + more), eq(greater))?.value ?? NaN;
        const { low, high } = boundsOf(vague);
        expect(truth).toBeGreaterThanOrEqual(low - 1);
        expect(truth).toBeLessThanOrEqual(high + 1);
      }),
    );
  });
});
