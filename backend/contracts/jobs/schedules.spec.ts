import { describe, expect, it } from '@jest/globals';
import { defaultRepeatStrategy } from 'bullmq';
import fc from 'fast-check';
import { v4 as uuid } from 'uuid';
import { LOOK_RHYTHMS } from '../values/plans.js';
import { lastDueMs, patternOf, periodMs, schedulerId, slotOf } from './schedules.js';

const slot = (every: (typeof LOOK_RHYTHMS)[number]) => (time: string) => slotOf(every, 'k', Date.parse(time));
const anyTime = fc.integer({ min: Date.parse('2020-01-01'), max: Date.parse('2040-01-01') });

/** The times that BullMQ plans by a pattern. */
function plannedFrom(pattern: string, atMs: number, count: number): number[] {
  const planned: number[] = [];
  while (planned.length < count) {
    const next = defaultRepeatStrategy(planned.at(-1) ?? atMs, { pattern, tz: 'UTC' });
    if (next === undefined) throw new Error(`nothing is due by ${pattern}`);
    planned.push(next);
  }
  return planned;
}

describe('looks in the rhythm of a plan', () => {
  it('have one slot for each hour, day or week from Monday, UTC', () => {
    const [hourly, daily, weekly] = [slot('hourly'), slot('daily'), slot('weekly')];
    expect(hourly('2026-03-14T09:00:00Z')).toBe('hourly-k-2026-03-14T09');
    expect(hourly('2026-03-14T09:59:59.999Z')).toBe('hourly-k-2026-03-14T09');
    expect(hourly('2026-03-14T10:00:00Z')).toBe('hourly-k-2026-03-14T10');
    expect(daily('2026-03-14T00:00:00Z')).toBe('daily-k-2026-03-14');
    expect(daily('2026-03-14T23:59:59.999Z')).toBe('daily-k-2026-03-14');
    expect(daily('2026-03-15T00:00:00Z')).toBe('daily-k-2026-03-15');
    expect(weekly('2026-03-09T00:00:00Z')).toBe('weekly-k-2026-03-09');
    expect(weekly('2026-03-15T23:59:59.999Z')).toBe('weekly-k-2026-03-09');
    expect(weekly('2026-03-16T00:00:00Z')).toBe('weekly-k-2026-03-16');
  });

  it.each([
    ['hourly', /^[1-5]?\d \* \* \* \*$/, 40],
    ['daily', /^[1-5]?\d (1?\d|2[0-3]) \* \* \*$/, 150],
    ['weekly', /^[1-5]?\d (1?\d|2[0-3]) \* \* [0-6]$/, 180],
  ] as const)('that are %s come at the same minute always, and not all at the same', (every, form, least) => {
    const id = uuid();
    expect(patternOf(every, id)).toBe(patternOf(every, id));
    const patterns = new Set(Array.from({ length: 200 }, () => patternOf(every, uuid())));
    for (const pattern of patterns) expect(pattern).toMatch(form);
    expect(patterns.size).toBeGreaterThan(least);
  });

  it.each(LOOK_RHYTHMS)(
    'that are %s are exactly one period apart, in a slot of their own that a retry has too',
    (every) =>
      fc.assert(
        fc.property(fc.uuid(), anyTime, fc.nat(), (id, at, late) => {
          const planned = plannedFrom(patternOf(every, id), at, 4);
          planned.slice(1).forEach((due, i) => expect(due - (planned[i] ?? 0)).toBe(periodMs(every)));
          expect(new Set(planned.map((due) => slotOf(every, id, due))).size).toBe(planned.length);
          for (const due of planned) {
            // Whenever the retry runs before the next is due, it finds the planned time, and by it the slot.
            const retried = lastDueMs(every, id, due + (late % periodMs(every)));
            expect(retried).toBe(due);
            expect(slotOf(every, id, retried)).toBe(slotOf(every, id, due));
          }
        }),
      ),
  );

  it.each(LOOK_RHYTHMS)('that are %s were due last one period before they are due next', (every) =>
    fc.assert(
      fc.property(fc.uuid(), anyTime, (id, at) => {
        const last = lastDueMs(every, id, at);
        expect([last <= at, at - last < periodMs(every)]).toEqual([true, true]);
        expect(plannedFrom(patternOf(every, id), at, 1)).toEqual([last + periodMs(every)]);
      }),
    ),
  );

  it.each(['2026-03-29', '2026-10-25', '2026-12-31', '2028-02-28'])(
    'know no summer time, year or leap day: around %s they stay one period apart',
    (day) => {
      for (const every of LOOK_RHYTHMS) {
        const id = uuid();
        const planned = plannedFrom(patternOf(every, id), Date.parse(`${day}T00:00:00Z`), 49);
        const apart = new Set(planned.slice(1).map((due, i) => due - (planned[i] ?? 0)));
        expect([...apart]).toEqual([periodMs(every)]);
      }
    },
  );

  it('of one keyword are one schedule, whatever the rhythm, and in no two rhythms one slot', () => {
    expect(schedulerId('k')).toBe('looks-k');
    expect(new Set(LOOK_RHYTHMS.map((every) => slotOf(every, 'k', 0))).size).toBe(3);
  });
});
