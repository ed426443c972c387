import { z } from 'zod';

/** A place in `$all`. In JSON it is a decimal string, for it may pass 2^53. */
export type Position = bigint;
export const positionSchema = z
  .string()
  .regex(/^(0|[1-9]\d{0,18})$/, { error: 'a position as an earlier answer gave it', abort: true })
  .refine((text) => BigInt(text) < 2n ** 63n, 'is beyond any position');
