import { z } from 'zod';
import { digestSchema } from '../../../values/digest.js';

/** An account can no longer be entered through an OAuth provider. */
export const identityUnlinkedV1 = z.strictObject({
  accountId: z.uuid(),
  provider: z.enum(['google', 'github']),
  subjectHash: digestSchema,
});
