import { z } from 'zod';
import { sealedSchema } from '../../../values/sealed.js';

/** An account has another password. */
export const passwordChangedV1 = z.strictObject({
  accountId: z.uuid(),
  passwordHash: sealedSchema,
  how: z.enum(['changed', 'reset']),
});
