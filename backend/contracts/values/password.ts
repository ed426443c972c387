import { z } from 'zod';

export const SHORTEST_PASSWORD = 10;
export const LONGEST_PASSWORD = 200;

/** Any characters, counted as they are typed; long enough to be hard to guess, short enough to be hashed in time. */
export const passwordSchema = z
  .string()
  .refine(
    (text) => [...text].length >= SHORTEST_PASSWORD && text.length <= LONGEST_PASSWORD,
    `must be ${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters long`,
  )
  .transform((text) => text.normalize('NFKC'));
