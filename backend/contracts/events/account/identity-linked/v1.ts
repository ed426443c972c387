import { z } from 'zod';
import { digestSchema } from '../../../values/digest.js';

/** An account can be entered through an OAuth provider. */
export const identityLinkedV1 = z.strictObject({
  accountId: z.uuid(),
  provider: z.enum(['google', 'github']),
  subjectHash: digestSchema,
});
