import { z } from 'zod';
import { digestSchema } from '../../../values/digest.js';

/** A recovery code stood in for the authenticator, and is spent. */
export const recoveryCodeUsedV1 = z.strictObject({
  accountId: z.uuid(),
  codeHash: digestSchema,
});
