import { z } from 'zod';
import { currencySchema } from '../../values/measure.js';
import { instantSchema } from '../../values/time.js';
import { stripeIdSchema, stripeWordSchema, toldByStripe } from './stripe-words.js';

/** What Stripe says of an invoice at one moment. Links to it are secrets, so they are asked for when somebody wants to see it. */
export const invoiceSchema = z.strictObject({
  invoiceId: stripeIdSchema,
  /** As it is printed on it; drafts have none. */
  number: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,40}$/)
    .nullable(),
  /** draft, open, paid, uncollectible, void. */
  status: stripeWordSchema,
  /** Why it was written: subscription_create, subscription_cycle, subscription_update, manual … */
  billingReason: stripeWordSchema.nullable(),
  /** With tax, after discounts; below 0 where it gives credit. */
  totalMinor: z.int(),
  dueMinor: z.int(),
  paidMinor: z.int(),
  currency: currencySchema,
  attemptCount: z.int().nonnegative(),
  nextAttemptAt: instantSchema.nullable(),
});
export type Invoice = z.infer<typeof invoiceSchema>;

/** What every fact about an invoice says. subscriptionId is null on one that was written by hand. */
export const invoiceFact = {
  ...toldByStripe,
  subscriptionId: stripeIdSchema.nullable(),
  customerId: stripeIdSchema.nullable(),
  invoice: invoiceSchema,
} as const;
