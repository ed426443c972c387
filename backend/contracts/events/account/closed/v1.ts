import { z } from 'zod';

/** An account is closed; nobody enters it again. */
export const accountClosedV1 = z.strictObject({
  accountId: z.uuid(),
});
