import { z } from 'zod';

/** A person agreed to something that needs agreement. */
export const consentGivenV1 = z.strictObject({
  accountId: z.uuid(),
  purpose: z.enum(['terms', 'search-history', 'news']),
  textVersion: z.string().min(1).max(40),
});
