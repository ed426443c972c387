import type { Relation } from '../../../../contracts/values/measure.js';

/** A number as it is shown: with its relation to the true one; `maxValue` only for a range. */
export interface Figure {
  readonly value: number;
  readonly maxValue?: number | undefined;
  readonly relation: Relation;
}

/** What is known of a number: it lies from `low` to `high`; `high` is Infinity where nothing bounds it from above. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** Numbers that are counted or paid: never below zero. "Over 100,000" is 100,000 and up, "< 20" is 0 to 20. */
export function boundsOf(figure: Figure): Bounds {
  const { value, maxValue, relation } = figure;
  switch (relation) {
    case 'eq':
      return { low: value, high: value };
    case 'gt':
    case 'gte':
      return { low: value, high: Infinity };
    case 'lt':
      return { low: 0, high: value };
    case 'range':
      return { low: value, high: maxValue ?? value };
  }
}

/** Bounds through a function that never falls. */
export function rising(bounds: Bounds, f: (x: number) => number): Bounds {
  const low = f(bounds.low);
  return { low, high: bounds.high === bounds.low ? low : f(bounds.high) };
}

/** Mean of numbers of which only bounds are known. Not for an empty list. */
export function meanOf(all: readonly Bounds[]): Bounds {
  let low = 0;
  let high = 0;
  for (const bounds of all) {
    low += bounds.low;
    high += bounds.high;
  }
  return { low: low / all.length, high: high / all.length };
}

export interface Scale {
  /** The least and the greatest number that there can be. */
  readonly min: number;
  readonly max: number;
  /** How many steps one unit has: 1 for whole numbers, 1,000 for three decimals. */
  readonly stepsPerUnit: number;
}

const NOISE = 1e-9; // of floating-point sums: without it 0.83 may be cut down to 0.829

/**
 * Bounds as a figure. An exact number is rounded to the nearest step. Bounds are rounded outwards, so that the figure
 * never claims more than is known: a lower bound becomes `gte`, an upper bound `lt` the next step above it, both
 * together a `range`.
 * @returns null where the bounds are the whole scale: nothing is known
 */
export function figureOf(bounds: Bounds, scale: Scale): Figure | null {
  const steps = scale.stepsPerUnit;
  if (bounds.low === bounds.high) return { value: Math.round(bounds.low * steps) / steps, relation: 'eq' };
  const low = Math.floor(bounds.low * steps + NOISE) / steps;
  const high = Math.ceil(bounds.high * steps - NOISE) / steps;
  const fromBelow = low > scale.min;
  const fromAbove = high < scale.max;
  if (low >= scale.max) return { value: scale.max, relation: 'eq' };
  if (fromBelow && fromAbove) return { value: low, maxValue: high, relation: 'range' };
  if (fromBelow) return { value: low, relation: 'gte' };
  if (!fromAbove) return null;
  return { value: (Math.floor(bounds.high * steps + NOISE) + 1) / steps, relation: 'lt' };
}
