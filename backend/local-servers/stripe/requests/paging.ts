import type Stripe from 'stripe';
import type { Kept } from '../objects/kinds.js';
import { invalid, notThere } from './refusal.js';

interface Cut {
  readonly limit?: number;
  readonly starting_after?: string;
  readonly ending_before?: string;
}
const USUAL_LIMIT = 10;

/** A page as Stripe cuts it; `all` is in the order of listing. */
export function paged<T extends Kept>(all: readonly T[], cut: Cut, url: string): Stripe.ApiList<T> {
  const { limit = USUAL_LIMIT, starting_after, ending_before } = cut;
  if (starting_after !== undefined && ending_before !== undefined)
    throw invalid('You may only specify one of these parameters: ending_before, starting_after.');
  const placeOf = (id: string, param: string) => {
    const place = all.findIndex((one) => one.id === id);
    if (place < 0) throw notThere('object in this list', id, param);
    return place;
  };
  if (ending_before !== undefined) {
    const end = placeOf(ending_before, 'ending_before');
    const start = Math.max(0, end - limit);
    return { object: 'list', url, has_more: start > 0, data: all.slice(start, end) };
  }
  const start = starting_after === undefined ? 0 : placeOf(starting_after, 'starting_after') + 1;
  const data = all.slice(start, start + limit);
  return { object: 'list', url, has_more: start + limit < all.length, data };
}

type Range = Stripe.RangeQueryParam | number | undefined;

/** Whether a moment lies where the request asks; everywhere if it does not. */
export function isWithin(seconds: number, range: Range): boolean {
  if (range === undefined) return true;
  if (typeof range === 'number') return seconds === range;
  const { gt = -Infinity, gte = -Infinity, lt = Infinity, lte = Infinity } = range;
  return seconds > gt && seconds >= gte && seconds < lt && seconds <= lte;
}
