import { z } from 'zod';
import { intervalSchema, paidPlanSchema, planCurrencySchema } from '../../../values/plans.js';
import { instantSchema } from '../../../values/time.js';
import { stripeIdSchema } from '../stripe-words.js';

/** Somebody was sent to Stripe to pay. The link is a secret and stays out. */
export const checkoutStartedV1 = z.strictObject({
  workspaceId: z.uuid(),
  sessionId: stripeIdSchema,
  plan: paidPlanSchema,
  interval: intervalSchema,
  currency: planCurrencySchema,
  at: instantSchema,
  expiresAt: instantSchema,
});
