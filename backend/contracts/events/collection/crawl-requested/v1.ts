import { z } from 'zod';
import { countrySchema } from '../../../values/country.js';
import { keywordTextSchema } from '../../../values/keyword.js';
import { marketplaceSchema } from '../../../values/marketplace.js';

/** Somebody asked for a keyword to be looked at now. The looks carry the crawl's id as their correlationId. */
export const crawlRequestedV1 = z.strictObject({
  crawlId: z.uuid(),
  workspace: z.string().min(1).max(64),
  keyword: keywordTextSchema,
  country: countrySchema,
  marketplaces: z.array(marketplaceSchema).min(1).max(20),
});
