import { z } from 'zod';

/** Signing in asks for the password alone. */
export const secondFactorDisabledV1 = z.strictObject({
  accountId: z.uuid(),
});
