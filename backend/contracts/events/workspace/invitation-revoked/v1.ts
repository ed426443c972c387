import { z } from 'zod';

/** A link that was sent makes nobody a member any more. */
export const invitationRevokedV1 = z.strictObject({
  workspaceId: z.uuid(),
  invitationId: z.uuid(),
});
