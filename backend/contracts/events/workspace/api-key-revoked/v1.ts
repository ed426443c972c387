import { z } from 'zod';

/** A key opens nothing any more. */
export const apiKeyRevokedV1 = z.strictObject({
  workspaceId: z.uuid(),
  keyId: z.uuid(),
});
