import { z } from 'zod';
import { roleSchema } from '../../../values/role.js';

/** Somebody accepted an invitation. */
export const memberJoinedV1 = z.strictObject({
  workspaceId: z.uuid(),
  invitationId: z.uuid(),
  accountId: z.uuid(),
  role: roleSchema,
});
