import { z } from 'zod';
import { digestSchema } from '../../../values/digest.js';

/** An identity at an OAuth provider belongs to one account. */
export const identityReservedV1 = z.strictObject({
  accountId: z.uuid(),
  provider: z.enum(['google', 'github']),
  subjectHash: digestSchema,
});
