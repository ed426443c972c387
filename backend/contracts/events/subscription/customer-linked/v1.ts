import { z } from 'zod';
import { instantSchema } from '../../../values/time.js';
import { stripeIdSchema } from '../stripe-words.js';

/** A workspace is known to Stripe as this customer. */
export const customerLinkedV1 = z.strictObject({
  workspaceId: z.uuid(),
  customerId: stripeIdSchema,
  at: instantSchema,
  /** Null where we made the customer ourselves. */
  stripeEventId: stripeIdSchema.nullable(),
});
