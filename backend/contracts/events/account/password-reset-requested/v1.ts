import { z } from 'zod';

/** Somebody says that they forgot the password of an account. */
export const passwordResetRequestedV1 = z.strictObject({
  accountId: z.uuid(),
});
