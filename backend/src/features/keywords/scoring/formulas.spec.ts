import { describe, expect, it } from '@jest/globals';
import type { Figure } from './bounds.js';
import { demand1 } from './demand.js';
import type { Formula, SeenPage } from './formula.js';
import { FORMULA_HISTORY, formulasAt, type FormulaHistory } from './formulas.js';

const demand2: Formula<SeenPage, Figure> = {
  ...demand1,
  version: 'demand-2',
  liveSince: '2026-03-01T00:00:00.000Z',
};
const history: FormulaHistory = { ...FORMULA_HISTORY, demand: [demand1, demand2] };

describe('the formulas of a moment', () => {
  it.each([
    ['2026-02-28T23:59:59.999Z', 'demand-1'],
    ['2026-03-01T00:00:00.000Z', 'demand-2'],
    [undefined, 'demand-2'],
    ['1990-01-01T00:00:00.000Z', 'demand-1'],
  ])('at %s demand is told by %s', (moment, version) => {
    expect(formulasAt(moment, history).demand.version).toBe(version);
  });

  it('every version has a name of its own and comes after the one before', () => {
    for (const versions of Object.values<readonly { version: string; liveSince: string }[]>(
      FORMULA_HISTORY,
    )) {
      expect(new Set(versions.map(({ version }) => version)).size).toBe(versions.length);
      const starts = versions.map(({ liveSince }) => liveSince);
      expect(starts).toEqual(starts.toSorted());
    }
  });
});
