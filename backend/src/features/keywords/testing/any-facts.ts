import fc from 'fast-check';
import type { AnyRecordedEvent } from '../../../../event-log/event-log.js';
import { failed, log, looked, reported, retracted, tracked, type Written } from './events.js';

/** Few keywords, few moments and few sources, so that everything meets everything; some events stand in the log twice. */
export const anyFacts: fc.Arbitrary<AnyRecordedEvent[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom('look', 'look', 'fail', 'report', 'report', 'retract', 'track', 'again'),
      at: fc.constantFrom(
        '2026-03-02T08:00:00Z',
        '2026-03-03T08:00:00Z',
        '2026-03-09T08:00:00Z',
        '2026-11-09T08:00:00Z',
        '2026-11-10T08:00:00Z',
      ),
      keyword: fc.constantFrom('one', 'ONE', 'two'),
      source: fc.constantFrom('one tool', 'other tool'),
      value: fc.nat(5000),
      of: fc.nat(20),
      workspace: fc.constantFrom(undefined, 'one', 'other'),
    }),
    { minLength: 1, maxLength: 20 },
  )
  .map((facts) => {
    const written: Written[] = [];
    for (const [index, { kind, value, of, workspace, ...rest }] of facts.entries()) {
      const said = { name: `event ${index}`, ...rest };
      const earlier = written[of % (index + 1)];
      if (kind === 'again' && earlier) written.push(earlier);
      else if (kind === 'fail') written.push(failed(said));
      else if (kind === 'track') written.push(tracked(said));
      else if (kind === 'retract')
        written.push(retracted({ ...said, workspace }, `event ${of % (index + 1)}`));
      else if (kind === 'look') written.push(looked(said, { resultCount: { value, relation: 'eq' } }));
      else {
        const figure = { value, relation: 'eq', kind: value % 2 === 0 ? 'reported' : 'estimated' } as const;
        written.push(reported({ ...said, workspace }, { searchVolume: figure }));
      }
    }
    return log(...written);
  });
