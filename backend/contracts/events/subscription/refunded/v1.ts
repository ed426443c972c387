import { z } from 'zod';
import { currencySchema } from '../../../values/measure.js';
import { stripeIdSchema, stripeWordSchema, toldByStripe } from '../stripe-words.js';

/** Money goes back to a customer, or failed to; by itself it changes no plan. Stripe does not tell for which subscription. */
export const refundedV1 = z.strictObject({
  ...toldByStripe,
  customerId: stripeIdSchema.nullable(),
  refundId: stripeIdSchema,
  chargeId: stripeIdSchema.nullable(),
  amountMinor: z.int().nonnegative(),
  currency: currencySchema,
  /** pending, requires_action, succeeded, failed, canceled. */
  status: stripeWordSchema,
  reason: stripeWordSchema.nullable(),
});
