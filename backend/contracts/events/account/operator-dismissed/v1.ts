import { z } from 'zod';

/** A person no longer runs the platform. */
export const operatorDismissedV1 = z.strictObject({
  accountId: z.uuid(),
});
