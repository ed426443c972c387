import { z } from 'zod';
import { countrySchema } from '../../../values/country.js';
import { keywordTextSchema } from '../../../values/keyword.js';
import { marketplaceSchema } from '../../../values/marketplace.js';

/** An observation was wrong and counts no more from the moment this is recorded; what it said stays in the history. */
export const observationRetractedV1 = z.strictObject({
  /** Event id of the observation. */
  observationId: z.uuid(),
  marketplace: marketplaceSchema,
  country: countrySchema,
  keyword: keywordTextSchema,
  why: z.string().min(1).max(500),
});
