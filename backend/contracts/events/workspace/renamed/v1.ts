import { z } from 'zod';
import { sealedSchema } from '../../../values/sealed.js';

/** A workspace is called something else. */
export const workspaceRenamedV1 = z.strictObject({
  workspaceId: z.uuid(),
  name: sealedSchema,
});
