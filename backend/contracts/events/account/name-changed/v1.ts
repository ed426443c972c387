import { z } from 'zod';
import { sealedSchema } from '../../../values/sealed.js';

/** A person is called something else. */
export const nameChangedV1 = z.strictObject({
  accountId: z.uuid(),
  name: sealedSchema,
});
