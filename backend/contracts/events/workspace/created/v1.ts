import { z } from 'zod';
import { sealedSchema } from '../../../values/sealed.js';

/** A workspace, which owns what its members track, import and keep. */
export const workspaceCreatedV1 = z.strictObject({
  workspaceId: z.uuid(),
  name: sealedSchema,
  ownerId: z.uuid(),
});
