import type { Projection } from '../../api/types.js';

/** What an operator can order for one projection; also the last part of the address that takes the order. */
export type Order = 'rebuild' | 'switch' | 'undo' | 'cancel';

/** A build is made, or about to be: there is something to watch. */
export function isMoving(projection: Projection): boolean {
  const { rebuild, requested, status } = projection;
  return rebuild !== undefined || requested === true || status === 'catching-up';
}

/** What the first button does: begins a rebuild, or gives up the one that is there. */
export function mainOrder(projection: Projection): 'rebuild' | 'cancel' {
  return projection.rebuild !== undefined || projection.requested === true ? 'cancel' : 'rebuild';
}

export const canSwitch = (projection: Projection): boolean => projection.rebuild?.status === 'held';

export const canUndo = (projection: Projection): boolean => projection.previous !== undefined;

/** Of the heading of a projection's card. */
export const headingId = (name: string): string => `projection-${name}`;

/** How loudly a state is shown. */
export type Tone = 'good' | 'busy' | 'warning' | 'bad';

export function toneOf(status: Projection['status']): Tone {
  switch (status) {
    case 'running':
      return 'good';
    case 'catching-up':
      return 'busy';
    case 'retrying':
    case 'held':
    case 'degraded':
    case 'unfollowed':
      return 'warning';
    case 'stopped':
      return 'bad';
  }
}

/** Seconds in the largest unit that says enough: 90 s, 12 min, 3 h. */
export function timeLeft(seconds: number): {
  readonly count: number;
  readonly unit: 'second' | 'minute' | 'hour';
} {
  if (seconds < 120) return { count: Math.max(1, Math.ceil(seconds)), unit: 'second' };
  if (seconds < 7_200) return { count: Math.round(seconds / 60), unit: 'minute' };
  return { count: Math.round(seconds / 3_600), unit: 'hour' };
}
