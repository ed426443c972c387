import { z } from 'zod';

/** The made-up past of the demo is written whole; what stands before this in the log is all of it. */
export const demoSeededV1 = z.strictObject({
  keywords: z.int().positive(),
  observations: z.int().positive(),
});
