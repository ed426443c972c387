import { z } from 'zod';
import { keywordTextSchema } from '../../../values/keyword.js';
import { lookFields } from '../look.js';

export const suggestionSchema = z.strictObject({
  text: z.string().min(1).max(500),
  /** 1 for the first suggestion below the box. */
  place: z.int().positive(),
  /** The department or category a suggestion is narrowed to. */
  scope: z.string().max(200).optional(),
});

/** What a search box suggested while the prefix stood in it, in its order. */
export const suggestionsObservedV1 = z.strictObject({
  ...lookFields,
  prefix: keywordTextSchema,
  suggestions: z.array(suggestionSchema).max(200),
});
