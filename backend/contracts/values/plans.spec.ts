import { describe, expect, it } from '@jest/globals';
import {
  comparePlans,
  LOOK_RHYTHMS,
  lookupKeyOf,
  PLAN_CURRENCIES,
  PLAN_PRICES,
  PLAN_TERMS,
  PLANS,
  priceMinor,
  priceOfLookupKey,
  quotasOf,
  type Quotas,
} from './plans.js';

const asNumber = (value: Quotas[keyof Quotas]): number =>
  typeof value === 'number' ? value : LOOK_RHYTHMS.indexOf(value);

describe('plans', () => {
  it.each(PLANS.slice(1).map((plan, index) => [PLANS[index] ?? 'free', plan] as const))(
    'from %s to %s no quota goes down',
    (smaller, larger) => {
      const [less, more] = [quotasOf(smaller), quotasOf(larger)];
      const worse = (Object.keys(less) as (keyof Quotas)[]).filter(
        (quota) => asNumber(more[quota]) < asNumber(less[quota]),
      );
      expect(worse).toEqual([]);
      expect(more.searchesADay).toBeGreaterThan(less.searchesADay);
    },
  );

  it.each(PLANS.flatMap((plan) => PLAN_CURRENCIES.map((currency) => [plan, currency] as const)))(
    'a year of %s in %s costs ten months',
    (plan, currency) => {
      expect(priceMinor(plan, 'year', currency)).toBe(10 * priceMinor(plan, 'month', currency));
    },
  );

  it('cost what was announced: 0, 15, 39 and 119 a month, the same number in both currencies', () => {
    for (const currency of PLAN_CURRENCIES)
      expect(PLANS.map((plan) => priceMinor(plan, 'month', currency))).toEqual([0, 1_500, 3_900, 11_900]);
  });

  it('can be tried for two weeks, but for the free one', () => {
    expect(PLANS.map((plan) => PLAN_TERMS[plan].trialDays)).toEqual([0, 14, 14, 14]);
  });

  it('give what was announced', () => {
    expect(PLANS.map((plan) => quotasOf(plan).searchesADay)).toEqual([20, 200, 2_000, 20_000]);
    expect(PLANS.map((plan) => quotasOf(plan).trackedKeywords)).toEqual([10, 250, 2_500, 25_000]);
    expect(PLANS.map((plan) => quotasOf(plan).members)).toEqual([1, 1, 3, 15]);
    expect(PLANS.map((plan) => quotasOf(plan).lookEvery)).toEqual(['weekly', 'daily', 'daily', 'hourly']);
  });

  it('have one lookup key for each price, and the key tells the price', () => {
    const keys = PLAN_PRICES.map(lookupKeyOf);
    expect(keys).toHaveLength(12);
    expect(new Set(keys).size).toBe(12);
    expect(keys).toContain('digitallz_pro_year_eur');
    expect(keys.map(priceOfLookupKey)).toEqual(PLAN_PRICES);
    expect(priceOfLookupKey('digitallz_free_month_eur')).toBeUndefined();
  });

  it('are ordered from the smallest', () => {
    expect([...PLANS].reverse().sort(comparePlans)).toEqual(PLANS);
  });
});
