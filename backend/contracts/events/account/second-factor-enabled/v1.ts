import { z } from 'zod';
import { digestSchema } from '../../../values/digest.js';
import { sealedSchema } from '../../../values/sealed.js';

/** Signing in asks for a code of an authenticator, too. */
export const secondFactorEnabledV1 = z.strictObject({
  accountId: z.uuid(),
  secret: sealedSchema,
  recoveryCodeHashes: z.array(digestSchema).length(10),
  /** Absent: plain digests, as they were made at first. `key-ring`: fingerprints that say nothing without the key ring. */
  recoveryCodesKeyedBy: z.literal('key-ring').optional(),
});
