import { z } from 'zod';

const LONGEST = 100;

/** What a person or a workspace is called; one line, any script. Control characters could add headers to a mail. */
export const nameSchema = z
  .string()
  .transform((text) => text.normalize('NFC').trim())
  .refine((text) => text.length > 0 && text.length <= LONGEST, `must be 1 to ${LONGEST} characters long`)
  .refine(
    (text) => !/[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u.test(text),
    'may not hold control characters',
  );
