import type { PayEvery, PlanCurrency, PlanOffer } from '../../api/billing.js';

const MONTHS = 12;

/** In minor units; null where the plan is not sold so. */
export function priceOf(offer: PlanOffer, every: PayEvery, currency: PlanCurrency): number | null {
  return (
    offer.prices.find((price) => price.interval === every && price.currency === currency)?.amountMinor ?? null
  );
}

export interface YearSaving {
  /** What a year costs for each of its months, rounded to a minor unit. */
  aMonthMinor: number;
  /** Less than twelve single months. */
  savedMinor: number;
  /** The same in months. */
  monthsFree: number;
}

/** What paying for a year saves; null where nothing. */
export function yearSaving(offer: PlanOffer, currency: PlanCurrency): YearSaving | null {
  const [month, year] = [priceOf(offer, 'month', currency), priceOf(offer, 'year', currency)];
  if (!month || !year || year >= month * MONTHS) return null;
  return {
    aMonthMinor: Math.round(year / MONTHS),
    savedMinor: month * MONTHS - year,
    monthsFree: Math.floor(MONTHS - year / month),
  };
}

/** Days as years or months, whichever is whole. */
export function spanOf(days: number): { unit: 'years' | 'months'; count: number } {
  return days % 365 === 0
    ? { unit: 'years', count: days / 365 }
    : { unit: 'months', count: Math.round(days / 30) };
}
