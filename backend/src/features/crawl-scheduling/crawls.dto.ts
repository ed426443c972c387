import { z } from 'zod';
import { failureReasonSchema, lookKindSchema } from '../../../contracts/events/observation/failed/v1.js';
import { countrySchema, type Country } from '../../../contracts/values/country.js';
import { KEYWORD_MAX_LENGTH, keywordTextSchema } from '../../../contracts/values/keyword.js';
import { MARKETPLACES, marketplaceSchema, type Marketplace } from '../../../contracts/values/marketplace.js';
import { positionSchema } from '../../../contracts/values/position.js';
import { Field } from '../../platform/http/field.js';

const someMarketplaces = z
  .array(marketplaceSchema)
  .min(1, 'at least one marketplace')
  .max(MARKETPLACES.length, `at most ${MARKETPLACES.length} marketplaces`)
  .refine((all) => new Set(all).size === all.length, 'each marketplace at most once');

export class RequestCrawlBody {
  @Field(keywordTextSchema, {
    description: 'As a buyer would type it; any script, emoji too.',
    example: 'wedding planner printable',
    documented: { minLength: 1, maxLength: KEYWORD_MAX_LENGTH },
  })
  keyword!: string;

  @Field(someMarketplaces, {
    description: 'Where to look.',
    example: ['amazon', 'etsy'],
    documented: { uniqueItems: true },
  })
  marketplaces!: Marketplace[];

  @Field(countrySchema, { description: "The marketplaces' country, ISO 3166-1 alpha-2.", example: 'US' })
  country!: Country;
}

export const crawlRequestedSchema = z
  .object({ id: z.uuid(), position: positionSchema.describe('Reads with this minPosition see the request.') })
  .meta({ id: 'CrawlAccepted' });

export const CRAWL_STATUSES = ['queued', 'running', 'finished', 'failed'] as const;

export const crawlSchema = z
  .object({
    id: z.uuid(),
    keyword: z.string(),
    country: countrySchema,
    marketplaces: z.array(marketplaceSchema),
    status: z.enum(CRAWL_STATUSES).describe('finished: at least one look was recorded; failed: none was.'),
    progress: z.number().min(0).max(1).describe('Part of the looks that have ended.'),
    observations: z.int().nonnegative().describe('Looks that were recorded.'),
    failures: z
      .array(
        z.object({
          marketplace: marketplaceSchema,
          look: lookKindSchema,
          reason: failureReasonSchema,
          detail: z.string(),
          willRetry: z.boolean(),
        }),
      )
      .describe('The last failed try of each look that has not been recorded.'),
    requestedAt: z.iso.datetime(),
    stale: z.literal(true).optional().describe('The write asked for by minPosition is not in here yet.'),
  })
  .meta({ id: 'Crawl' });
export type Crawl = z.infer<typeof crawlSchema>;
