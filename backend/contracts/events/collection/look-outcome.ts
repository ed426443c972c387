import { z } from 'zod';
import { marketplaceSchema } from '../../values/marketplace.js';
import { failureReasonSchema, lookKindSchema } from '../observation/failed/v1.js';

/** How one look of a crawl ended: recorded, or failed for a reason. */
export const lookOutcomeSchema = z.strictObject({
  marketplace: marketplaceSchema,
  look: lookKindSchema,
  /** Event id of the observation or of the last failure. */
  observationId: z.uuid(),
  /** null where the look was recorded. */
  reason: failureReasonSchema.nullable(),
});
export type LookOutcome = z.infer<typeof lookOutcomeSchema>;
