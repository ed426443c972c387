import { z } from 'zod';

/** A person no longer agrees. */
export const consentWithdrawnV1 = z.strictObject({
  accountId: z.uuid(),
  purpose: z.enum(['terms', 'search-history', 'news']),
});
