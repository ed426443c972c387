import { z } from 'zod';

/** Somebody is no member any more. */
export const memberRemovedV1 = z.strictObject({
  workspaceId: z.uuid(),
  accountId: z.uuid(),
  why: z.enum(['removed', 'left', 'erased']),
});
