import { z } from 'zod';
import { digestSchema } from '../../../values/digest.js';

/** An e-mail address is free again. */
export const emailReleasedV1 = z.strictObject({
  accountId: z.uuid(),
  emailHash: digestSchema,
});
