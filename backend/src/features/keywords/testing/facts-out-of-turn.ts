import fc from 'fast-check';
import { failed, looked, reported, retracted, tracked, type Written } from './events.js';

/** Eight in the morning of a day, counted from the first of them. */
export function at(day: number): string {
  return new Date(Date.UTC(2026, 2, 2 + day, 8)).toISOString();
}

/** What the facts are about. */
export const FACT_KEYWORDS = [
  { keyword: 'budget planner' },
  { keyword: 'wedding plan', marketplace: 'etsy' },
  { keyword: 'planner', country: 'DE' },
  { keyword: 'svg' },
] as const;

/** Few keywords and moments, so that everything meets everything; some are recorded out of turn. */
export const anyFactsOutOfTurn: fc.Arbitrary<Written[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom('look', 'look', 'fail', 'report', 'retract', 'track'),
      keyword: fc.constantFrom(...FACT_KEYWORDS),
      day: fc.nat(40),
      /** Days that pass until it is recorded; now and then a clock is behind. */
      delay: fc.constantFrom(0, 0, 1, 1, 2, -3),
      source: fc.constantFrom('one tool', 'other tool'),
      value: fc.nat(5_000),
      of: fc.nat(20),
      workspace: fc.constantFrom(undefined, 'one', 'other'),
    }),
    { minLength: 1, maxLength: 16 },
  )
  .map((facts) => {
    let recordedDay = 0;
    return facts.map(({ kind, keyword, day, delay, source, value, of, workspace }, index) => {
      recordedDay += delay;
      const said = {
        name: `fact ${index}`,
        ...keyword,
        at: at(day),
        recordedAt: at(50 + recordedDay),
        source,
      };
      if (kind === 'fail') return failed(said);
      if (kind === 'track') return tracked(said);
      if (kind === 'retract') {
        const wrong = of % (index + 1);
        return retracted({ ...said, ...facts[wrong]?.keyword, workspace }, `fact ${wrong}`);
      }
      if (kind === 'look')
        return looked(said, { resultCount: value % 5 === 0 ? null : { value, relation: 'eq' } });
      return reported(
        { ...said, workspace },
        {
          searchVolume: { value, relation: 'eq', kind: value % 2 === 0 ? 'reported' : 'estimated' },
          averagePrice: { value, relation: 'eq', kind: 'reported', currency: 'USD' },
        },
      );
    });
  });
