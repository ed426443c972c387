import { z } from 'zod';
import { lookOutcomeSchema } from '../look-outcome.js';

/** Every look of the crawl has ended and none was recorded. */
export const crawlFailedV1 = z.strictObject({
  crawlId: z.uuid(),
  looks: z.array(lookOutcomeSchema).min(1),
});
