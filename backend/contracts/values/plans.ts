import { z } from 'zod';

/** From the smallest to the largest: no quota goes down from one to the next. */
export const PLANS = ['free', 'starter', 'pro', 'agency'] as const;
export const planSchema = z.enum(PLANS);
export type Plan = z.infer<typeof planSchema>;

/** Those that Stripe bills. */
export const PAID_PLANS = ['starter', 'pro', 'agency'] as const satisfies readonly Plan[];
export const paidPlanSchema = z.enum(PAID_PLANS);
export type PaidPlan = z.infer<typeof paidPlanSchema>;

export const INTERVALS = ['month', 'year'] as const;
export const intervalSchema = z.enum(INTERVALS);
export type Interval = z.infer<typeof intervalSchema>;

export const PLAN_CURRENCIES = ['EUR', 'USD'] as const;
export const planCurrencySchema = z.enum(PLAN_CURRENCIES);
export type PlanCurrency = z.infer<typeof planCurrencySchema>;

/** How often tracked keywords are looked at, from the rarest. */
export const LOOK_RHYTHMS = ['weekly', 'daily', 'hourly'] as const;
export type LookRhythm = (typeof LOOK_RHYTHMS)[number];

/** What a workspace may do. Its recorded observations are kept for ever, whatever the plan. */
export interface Quotas {
  readonly searchesADay: number;
  readonly trackedKeywords: number;
  /** Looks that somebody asks for, beside those of the rhythm. */
  readonly crawlsADay: number;
  /** Of one person or one API key. */
  readonly apiCallsAMinute: number;
  /** Its owner is the first. */
  readonly members: number;
  readonly importsADay: number;
  readonly lookEvery: LookRhythm;
  /** How long the list of a person's own searches is kept. */
  readonly searchHistoryDays: number;
}

export interface PlanTerms {
  /** In minor units, without tax. */
  readonly monthMinor: Readonly<Record<PlanCurrency, number>>;
  /** Once for a workspace; 0 where there is nothing to try. */
  readonly trialDays: number;
  readonly quotas: Quotas;
}

/** A year costs as much as this many months. */
export const MONTHS_OF_A_YEAR = 10;

/** How long a plan stays after a payment has failed for the first time. */
export const GRACE_DAYS = 7;

/** Prices, trials and quotas: whoever changes a plan changes it here, and nowhere else. */
export const PLAN_TERMS: Readonly<Record<Plan, PlanTerms>> = {
  free: {
    monthMinor: { EUR: 0, USD: 0 },
    trialDays: 0,
    quotas: {
      searchesADay: 20,
      trackedKeywords: 10,
      crawlsADay: 20,
      apiCallsAMinute: 300,
      members: 1,
      importsADay: 2,
      lookEvery: 'weekly',
      searchHistoryDays: 30,
    },
  },
  starter: {
    monthMinor: { EUR: 1_500, USD: 1_500 },
    trialDays: 14,
    quotas: {
      searchesADay: 200,
      trackedKeywords: 250,
      crawlsADay: 300,
      apiCallsAMinute: 1_200,
      members: 1,
      importsADay: 20,
      lookEvery: 'daily',
      searchHistoryDays: 180,
    },
  },
  pro: {
    monthMinor: { EUR: 3_900, USD: 3_900 },
    trialDays: 14,
    quotas: {
      searchesADay: 2_000,
      trackedKeywords: 2_500,
      crawlsADay: 3_000,
      apiCallsAMinute: 6_000,
      members: 3,
      importsADay: 200,
      lookEvery: 'daily',
      searchHistoryDays: 730,
    },
  },
  agency: {
    monthMinor: { EUR: 11_900, USD: 11_900 },
    trialDays: 14,
    quotas: {
      searchesADay: 20_000,
      trackedKeywords: 25_000,
      crawlsADay: 30_000,
      apiCallsAMinute: 60_000,
      members: 15,
      importsADay: 2_000,
      lookEvery: 'hourly',
      searchHistoryDays: 1_825,
    },
  },
};

export const quotasOf = (plan: Plan): Quotas => PLAN_TERMS[plan].quotas;

/** In minor units of the currency, for the whole interval, without tax. */
export function priceMinor(plan: Plan, interval: Interval, currency: PlanCurrency): number {
  const month = PLAN_TERMS[plan].monthMinor[currency];
  return interval === 'year' ? month * MONTHS_OF_A_YEAR : month;
}

/** Below 0 where the first plan is the smaller. */
export const comparePlans = (one: Plan, other: Plan): number => PLANS.indexOf(one) - PLANS.indexOf(other);

/** What a price at Stripe stands for. */
export interface PlanPrice {
  readonly plan: PaidPlan;
  readonly interval: Interval;
  readonly currency: PlanCurrency;
}

/** Every price that must be at Stripe. */
export const PLAN_PRICES: readonly PlanPrice[] = PAID_PLANS.flatMap((plan) =>
  INTERVALS.flatMap((interval) => PLAN_CURRENCIES.map((currency) => ({ plan, interval, currency }))),
);

/** Under which a price is found at Stripe, whatever its id: `digitallz_pro_year_eur`. */
export const lookupKeyOf = ({ plan, interval, currency }: PlanPrice): string =>
  `digitallz_${plan}_${interval}_${currency.toLowerCase()}`;

const byLookupKey = new Map(PLAN_PRICES.map((price) => [lookupKeyOf(price), price]));

/** Undefined for a key that none of our prices has. */
export const priceOfLookupKey = (key: string): PlanPrice | undefined => byLookupKey.get(key);
