import { z } from 'zod';

/** A person emptied their search history. */
export const searchHistoryClearedV1 = z.strictObject({
  accountId: z.uuid(),
});
