import { z } from 'zod';
import { countrySchema } from '../../../values/country.js';
import { keywordTextSchema } from '../../../values/keyword.js';
import { marketplaceSchema } from '../../../values/marketplace.js';

/** Somebody wants this keyword looked at again and again. */
export const keywordTrackedV1 = z.strictObject({
  trackedKeywordId: z.uuid(),
  workspace: z.string().min(1).max(64),
  keyword: keywordTextSchema,
  marketplace: marketplaceSchema,
  country: countrySchema,
});
