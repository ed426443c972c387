import type { Price } from '../../../../contracts/values/measure.js';
import { boundsOf, figureOf, meanOf, type Bounds, type Figure } from './bounds.js';
import { FROM_THE_BEGINNING, type Formula, type SeenPage } from './formula.js';

/** What the listings of a page cost, in minor units of `currency`. */
export interface PriceBand {
  readonly currency: string;
  readonly min: Figure;
  readonly average: Figure;
  readonly max: Figure;
}

/**
 * price-band-1: the lowest, the mean and the highest price of a page's listings, in whole minor units.
 *
 * Source: counted on the page, hence `measured`. Sponsored listings are in (a buyer sees their prices too), stopgap
 * listings are not. A page that shows two currencies (it follows the viewer) is read in the one that most of its prices
 * have, by the first listing's where they are even; the others are left out and counted in the inputs.
 *
 * Edge cases: no price: no band. A free listing is a price of 0. A price shown as a range or as "from" is an interval, so minimum, mean
 * and maximum then are intervals too, rounded outwards.
 */
export const priceBand1: Formula<SeenPage, PriceBand> = {
  version: 'price-band-1',
  liveSince: FROM_THE_BEGINNING,
  score(page) {
    const prices = page.listings
      .filter((listing) => !listing.fallback)
      .toSorted((a, b) => a.place - b.place)
      .flatMap(({ price }) => (price ? [price] : []));
    const currency = mostCommonCurrency(prices);
    if (currency === undefined) return null;
    const counted = prices.filter((price) => price.currency === currency).map(bounds);
    const least = { low: lowest(counted, 'low'), high: lowest(counted, 'high') };
    const greatest = { low: highest(counted, 'low'), high: highest(counted, 'high') };
    return {
      result: {
        currency,
        min: money(least),
        average: money(meanOf(counted)),
        max: money(greatest),
      },
      inputs: {
        currency,
        pricesCounted: counted.length,
        pricesInOtherCurrencies: prices.length - counted.length,
        medianMinor: median(counted.map(({ low }) => low)),
      },
    };
  },
};

const bounds = ({ minor, maxMinor, relation }: Price): Bounds =>
  boundsOf({ value: minor, maxValue: maxMinor, relation });

const lowest = (all: readonly Bounds[], end: keyof Bounds) => Math.min(...all.map((b) => b[end]));
const highest = (all: readonly Bounds[], end: keyof Bounds) => Math.max(...all.map((b) => b[end]));

// A price of which nothing is known at all cannot be: it is at least its own lower bound, if only 0.
const money = (b: Bounds): Figure =>
  figureOf(b, { min: 0, max: Infinity, stepsPerUnit: 1 }) ?? { value: 0, relation: 'gte' };

function mostCommonCurrency(prices: readonly Price[]): string | undefined {
  const times = new Map<string, number>();
  for (const { currency } of prices) times.set(currency, (times.get(currency) ?? 0) + 1);
  let best: string | undefined;
  for (const [currency, count] of times)
    if (best === undefined || count > (times.get(best) ?? 0)) best = currency;
  return best;
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : Math.round(((sorted[middle - 1] ?? upper) + upper) / 2);
}
