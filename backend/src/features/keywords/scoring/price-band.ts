import type { Price } from '../../../../contracts/values/measure.js';
import { boundsOf, figureOf, meanOf, type Bounds, type Figure, type Scale } from './bounds.js';
import { FROM_THE_BEGINNING, scored, type Formula, type SeenPage } from './formula.js';

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
    const prices = pricesOf(page);
    const currency = mostCommonCurrency(prices);
    if (currency === undefined) return null;
    const counted: Bounds[] = [];
    const min = { low: Infinity, high: Infinity };
    const max = { low: -Infinity, high: -Infinity };
    for (const price of prices) {
      if (price.currency !== currency) continue;
      const known = bounds(price);
      counted.push(known);
      min.low = Math.min(min.low, known.low);
      min.high = Math.min(min.high, known.high);
      max.low = Math.max(max.low, known.low);
      max.high = Math.max(max.high, known.high);
    }
    const band = { currency, min: money(min), average: money(meanOf(counted)), max: money(max) };
    return scored(band, () => ({
      currency,
      pricesCounted: counted.length,
      pricesInOtherCurrencies: prices.length - counted.length,
      medianMinor: median(counted.map(({ low }) => low)),
    }));
  },
};

/** Prices that count, in the order of the page: of equally common currencies the first one is taken. */
function pricesOf({ listings }: SeenPage): Price[] {
  const isInOrder = listings.every(
    ({ place }, index) => index === 0 || place >= (listings[index - 1]?.place ?? 0),
  );
  const ordered = isInOrder ? listings : listings.toSorted((a, b) => a.place - b.place);
  const prices: Price[] = [];
  for (const { price, fallback } of ordered) if (price && !fallback) prices.push(price);
  return prices;
}

const bounds = ({ minor, maxMinor, relation }: Price): Bounds =>
  boundsOf({ value: minor, maxValue: maxMinor, relation });

const MONEY: Scale = { min: 0, max: Infinity, stepsPerUnit: 1 };

// A price of which nothing is known at all cannot be: it is at least its own lower bound, if only 0.
const money = (b: Bounds): Figure => figureOf(b, MONEY) ?? { value: 0, relation: 'gte' };

function mostCommonCurrency(prices: readonly Price[]): string | undefined {
  const [first] = prices;
  if (!first || prices.every(({ currency }) => currency === first.currency)) return first?.currency;
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
