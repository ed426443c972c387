import { z } from 'zod';
import { roleSchema } from '../../../values/role.js';

/** A member may do more, or less. */
export const memberRoleChangedV1 = z.strictObject({
  workspaceId: z.uuid(),
  accountId: z.uuid(),
  role: roleSchema,
});
