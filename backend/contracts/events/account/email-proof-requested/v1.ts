import { z } from 'zod';

/** A person wants the link that proves their address once more. */
export const emailProofRequestedV1 = z.strictObject({
  accountId: z.uuid(),
});
