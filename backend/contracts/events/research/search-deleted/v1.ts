import { z } from 'zod';

/** A person took one search out of their history. */
export const searchDeletedV1 = z.strictObject({
  accountId: z.uuid(),
  searchId: z.uuid(),
});
