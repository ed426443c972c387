import { z } from 'zod';
import { sealedSchema } from '../../../values/sealed.js';

/** Somebody has signed in on a device. */
export const signedInV1 = z.strictObject({
  accountId: z.uuid(),
  sessionId: z.uuid(),
  how: z.enum(['password', 'google', 'github']),
  secondFactor: z.enum(['none', 'totp', 'recovery-code']),
  /** What the browser says it is, and its address. */
  device: sealedSchema,
});
