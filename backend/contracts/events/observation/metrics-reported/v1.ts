import { z } from 'zod';
import { countrySchema } from '../../../values/country.js';
import { keywordTextSchema } from '../../../values/keyword.js';
import { marketplaceSchema } from '../../../values/marketplace.js';
import { metricsSchema } from '../../../values/measure.js';
import { originSchema } from '../look.js';

/** Figures that somebody else gives for a keyword at a moment (the moment is the metadata's occurredAt). */
export const metricsReportedV1 = z.strictObject({
  marketplace: marketplaceSchema,
  country: countrySchema,
  keyword: keywordTextSchema,
  source: z.string().min(1).max(100),
  origin: originSchema,
  metrics: metricsSchema,
});
