import { z } from 'zod';
import { currencySchema } from '../../values/measure.js';
import { intervalSchema, paidPlanSchema } from '../../values/plans.js';
import { instantSchema } from '../../values/time.js';
import { stripeIdSchema, stripeWordSchema, toldByStripe } from './stripe-words.js';

/** All that Stripe says of a subscription at one moment. Never a difference: so the newest one stands, in whatever order they come. */
export const termsSchema = z.strictObject({
  subscriptionId: stripeIdSchema,
  customerId: stripeIdSchema,
  /** Null where we do not know the price. */
  plan: paidPlanSchema.nullable(),
  interval: intervalSchema.nullable(),
  currency: currencySchema,
  priceId: stripeIdSchema.nullable(),
  /** Stripe's: trialing, active, past_due, unpaid, incomplete, incomplete_expired, paused, canceled, or a later one. */
  status: stripeWordSchema,
  startedAt: instantSchema,
  periodStart: instantSchema.nullable(),
  periodEnd: instantSchema.nullable(),
  cancelAt: instantSchema.nullable(),
  cancelAtPeriodEnd: z.boolean(),
  trialEnd: instantSchema.nullable(),
  endedAt: instantSchema.nullable(),
  /** For a period, before discounts and tax, in minor units; null where the price has steps. */
  amountMinor: z.int().nonnegative().nullable(),
  /** Of the first discount; which coupon it came from is told at Stripe. */
  discountId: stripeIdSchema.nullable(),
});
export type Terms = z.infer<typeof termsSchema>;

/** What every fact about terms says. */
export const termsFact = {
  ...toldByStripe,
  subscriptionId: stripeIdSchema,
  terms: termsSchema,
  /** How they were before, where Stripe told what changed: of two facts of the same second, it tells which one came first. */
  termsBefore: termsSchema.nullable(),
} as const;
