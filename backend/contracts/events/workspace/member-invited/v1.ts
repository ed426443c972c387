import { z } from 'zod';
import { digestSchema } from '../../../values/digest.js';
import { roleSchema } from '../../../values/role.js';
import { sealedSchema } from '../../../values/sealed.js';
import { instantSchema } from '../../../values/time.js';

/** An address was sent a link that makes its owner a member. */
export const memberInvitedV1 = z.strictObject({
  workspaceId: z.uuid(),
  invitationId: z.uuid(),
  /** For the invitation: it is erased with it. */
  email: sealedSchema,
  emailHash: digestSchema,
  role: roleSchema,
  expiresAt: instantSchema,
});
