import { describe, expect, it } from '@jest/globals';
import type { Projection } from '../../api/types.js';
import { canSwitch, canUndo, isMoving, mainOrder, timeLeft, toneOf } from './orders.js';

const still: Projection = {
  name: 'keywords',
  version: 1,
  build: 3,
  position: '1042',
  lag: 0,
  eventsPerSecond: 0,
  status: 'running',
};
const rebuild = {
  version: 1,
  build: 4,
  status: 'catching-up',
  percent: 10,
  eventsPerSecond: 5,
  etaS: null,
} as const;

describe('what can be ordered for a projection', () => {
  it('one at rest can be rebuilt, and undone only where another answered before', () => {
    expect([mainOrder(still), canSwitch(still), canUndo(still), isMoving(still)]).toEqual([
      'rebuild', false, false, false,
    ]); // prettier-ignore
    expect(canUndo({ ...still, previous: { version: 1, build: 2 } })).toBe(true);
  });

  it('one that is being rebuilt, or about to be, can be cancelled', () => {
    for (const moving of [
      { ...still, rebuild },
      { ...still, requested: true as const },
    ])
      expect([mainOrder(moving), canSwitch(moving), isMoving(moving)]).toEqual(['cancel', false, true]);
  });

  it('one whose new build is held can be switched', () => {
    expect(canSwitch({ ...still, rebuild: { ...rebuild, status: 'held' } })).toBe(true);
  });
});

it.each([
  ['running', 'good'],
  ['catching-up', 'busy'],
  ['degraded', 'warning'],
  ['stopped', 'bad'],
] as const)('%s is shown as %s', (status, tone) => {
  expect(toneOf(status)).toBe(tone);
});

it.each([
  [0, { count: 1, unit: 'second' }],
  [45.2, { count: 46, unit: 'second' }],
  [150, { count: 3, unit: 'minute' }],
  [7_300, { count: 2, unit: 'hour' }],
])('%d seconds left are said as %o', (seconds, said) => {
  expect(timeLeft(seconds)).toEqual(said);
});
