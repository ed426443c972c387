import { z } from 'zod';
import { countrySchema } from '../../../values/country.js';
import { keywordTextSchema } from '../../../values/keyword.js';
import { marketplaceSchema } from '../../../values/marketplace.js';

/** No more looks are wanted; what was seen stays. */
export const keywordUntrackedV1 = z.strictObject({
  trackedKeywordId: z.uuid(),
  workspace: z.string().min(1).max(64),
  keyword: keywordTextSchema,
  marketplace: marketplaceSchema,
  country: countrySchema,
});
