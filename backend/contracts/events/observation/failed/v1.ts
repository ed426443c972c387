import { z } from 'zod';
import { keywordTextSchema } from '../../../values/keyword.js';
import { lookFields } from '../look.js';

export const FAILURE_REASONS = [
  'captcha', 'blocked', 'unavailable', 'truncated', 'wrong-page', 'drift', 'robots',
] as const; // prettier-ignore
export const failureReasonSchema = z.enum(FAILURE_REASONS);
export type FailureReason = z.infer<typeof failureReasonSchema>;

export const lookKindSchema = z.enum(['search', 'suggestions']);
export type LookKind = z.infer<typeof lookKindSchema>;

/** A look that gave no numbers. Never a zero, never yesterday's value. */
export const observationFailedV1 = z.strictObject({
  ...lookFields,
  /** null where no body came. */
  bodyHash: lookFields.bodyHash.nullable(),
  keyword: keywordTextSchema,
  look: lookKindSchema,
  reason: failureReasonSchema,
  /** One sentence for a person: what was seen. */
  detail: z.string().max(500),
  /** HTTP status, null where no answer came. */
  status: z.int().min(100).max(599).nullable(),
  /** 1 for the first try of a look. */
  attempt: z.int().positive(),
  willRetry: z.boolean(),
});
