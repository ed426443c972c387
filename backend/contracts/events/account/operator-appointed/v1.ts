import { z } from 'zod';

/** A person runs the platform and sees its operations. */
export const operatorAppointedV1 = z.strictObject({
  accountId: z.uuid(),
});
