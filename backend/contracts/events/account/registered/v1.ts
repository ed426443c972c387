import { z } from 'zod';
import { digestSchema } from '../../../values/digest.js';
import { sealedSchema } from '../../../values/sealed.js';

/** Somebody has an account. */
export const accountRegisteredV1 = z.strictObject({
  accountId: z.uuid(),
  emailHash: digestSchema,
  email: sealedSchema,
  name: sealedSchema,
  /** Null for who has only ever signed in through a provider. */
  passwordHash: sealedSchema.nullable(),
  how: z.enum(['password', 'google', 'github', 'demo']),
  locale: z.enum(['en', 'fr']),
});
