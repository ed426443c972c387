import { z } from 'zod';

/**
 * A text about a person, readable only with the key of that person (or of another subject: a workspace, an invitation):
 * `sealed:1:<subject>:<base64url of nonce, ciphertext and tag>`. Events hold personal texts in no other form, so that erasing the key
 * erases the text wherever a copy of the log may lie.
 */
export const sealedSchema = z
  .string()
  .max(8_192)
  .regex(/^sealed:1:[0-9a-f-]{36}:[A-Za-z0-9_-]{38,}$/)
  .brand<'sealed'>();
export type Sealed = z.infer<typeof sealedSchema>;
