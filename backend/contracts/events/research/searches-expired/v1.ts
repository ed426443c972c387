import { z } from 'zod';
import { instantSchema } from '../../../values/time.js';

/** Searches of a person are older than their plan keeps them. */
export const searchesExpiredV1 = z.strictObject({
  accountId: z.uuid(),
  /** What was searched before this moment is out of the history. */
  before: instantSchema,
});
