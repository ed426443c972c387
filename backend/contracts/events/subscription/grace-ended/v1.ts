import { z } from 'zod';
import { instantSchema } from '../../../values/time.js';
import { stripeIdSchema } from '../stripe-words.js';

/** It was paid in the days of grace, or it was not. */
export const graceEndedV1 = z.strictObject({
  workspaceId: z.uuid(),
  subscriptionId: stripeIdSchema,
  at: instantSchema,
  /** Of the grace that ended. */
  graceUntil: instantSchema,
  outcome: z.enum(['paid', 'lapsed']),
});
