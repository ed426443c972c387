import {
  INTERVALS,
  PLAN_CURRENCIES,
  PLAN_TERMS,
  PLANS,
  priceMinor,
} from '../../../contracts/values/plans.js';
import type { PlanList } from './billing.dto.js';
import type { StripeAccess } from './stripe/open-stripe.js';

/** The file of plans, as customers see it. */
export const planList = (stripe: StripeAccess | undefined): PlanList => ({
  isSimulated: stripe?.isSimulated ?? false,
  canBuy: stripe !== undefined,
  items: PLANS.map((plan) => ({
    plan,
    trialDays: PLAN_TERMS[plan].trialDays,
    prices: INTERVALS.flatMap((interval) =>
      PLAN_CURRENCIES.map((currency) => ({
        interval,
        currency,
        amountMinor: priceMinor(plan, interval, currency),
      })),
    ),
    quotas: PLAN_TERMS[plan].quotas,
  })),
});
