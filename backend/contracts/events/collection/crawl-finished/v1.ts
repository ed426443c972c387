import { z } from 'zod';
import { lookOutcomeSchema } from '../look-outcome.js';

/** Every look of the crawl has ended and at least one was recorded. */
export const crawlFinishedV1 = z.strictObject({
  crawlId: z.uuid(),
  looks: z.array(lookOutcomeSchema).min(1),
});
