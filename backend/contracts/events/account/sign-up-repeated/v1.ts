import { z } from 'zod';

/** Somebody wanted to register an address that has an account. */
export const signUpRepeatedV1 = z.strictObject({
  accountId: z.uuid(),
});
