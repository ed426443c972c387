import { z } from 'zod';
import { instantSchema } from '../../../values/time.js';
import { stripeIdSchema } from '../stripe-words.js';

/** A payment failed; the plan stays for some days more. */
export const graceStartedV1 = z.strictObject({
  workspaceId: z.uuid(),
  subscriptionId: stripeIdSchema,
  at: instantSchema,
  /** Tells one grace of a subscription from the next. */
  graceUntil: instantSchema,
});
