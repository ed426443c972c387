import { z } from 'zod';
import { countrySchema } from '../../../values/country.js';
import { marketplaceSchema } from '../../../values/marketplace.js';
import { sealedSchema } from '../../../values/sealed.js';
import { instantSchema } from '../../../values/time.js';

/**
 * A signed-in person searched (the moment is the metadata's occurredAt). Another one with the same search id is the same search, typed
 * further, and stands in its place.
 */
export const keywordsSearchedV1 = z.strictObject({
  accountId: z.uuid(),
  workspaceId: z.uuid(),
  searchId: z.uuid(),
  /** What was typed, sealed for the person. */
  query: sealedSchema,
  /** What was asked for beside it; what is absent was not given. */
  filters: z.strictObject({
    marketplace: marketplaceSchema.optional(),
    country: countrySchema.optional(),
    minVolume: z.int().nonnegative().optional(),
    sort: z
      .string()
      .regex(/^-?[a-zA-Z]{1,40}$/)
      .optional(),
  }),
  /** The past moment that was asked about. */
  asOf: instantSchema.optional(),
  /** How many keywords the first page showed. */
  resultCount: z.int().nonnegative(),
  match: z.enum(['substring', 'similar']),
  /** The first three: JSON of `[{keyword, demand: {value, maxValue?, relation, kind} | null}]`, sealed for the person. */
  top: sealedSchema,
});
