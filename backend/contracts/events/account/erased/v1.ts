import { z } from 'zod';

/** The key of a person is destroyed: nothing that was sealed for them can be read again. */
export const accountErasedV1 = z.strictObject({
  accountId: z.uuid(),
});
