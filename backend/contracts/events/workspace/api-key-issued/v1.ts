import { z } from 'zod';
import { digestSchema } from '../../../values/digest.js';
import { roleSchema } from '../../../values/role.js';
import { sealedSchema } from '../../../values/sealed.js';
import { instantSchema } from '../../../values/time.js';

/** A program may act for a workspace. */
export const apiKeyIssuedV1 = z.strictObject({
  workspaceId: z.uuid(),
  keyId: z.uuid(),
  /** Whose program: it may never do more than they may. */
  accountId: z.uuid(),
  name: sealedSchema,
  secretHash: digestSchema,
  scope: roleSchema,
  expiresAt: instantSchema.nullable(),
});
