import { z } from 'zod';
import { digestSchema } from '../../../values/digest.js';

/** An e-mail address belongs to one account, whoever asks first. */
export const emailReservedV1 = z.strictObject({
  accountId: z.uuid(),
  emailHash: digestSchema,
});
