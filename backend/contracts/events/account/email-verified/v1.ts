import { z } from 'zod';
import { digestSchema } from '../../../values/digest.js';

/** The address of an account is proved to be its owner’s. */
export const emailVerifiedV1 = z.strictObject({
  accountId: z.uuid(),
  emailHash: digestSchema,
});
