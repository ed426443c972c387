import { z } from 'zod';
import { stripeIdSchema, toldByStripe } from '../stripe-words.js';

/** A checkout was gone through, or its time ran out. */
export const checkoutEndedV1 = z.strictObject({
  ...toldByStripe,
  sessionId: stripeIdSchema,
  outcome: z.enum(['completed', 'expired']),
  subscriptionId: stripeIdSchema.nullable(),
});
