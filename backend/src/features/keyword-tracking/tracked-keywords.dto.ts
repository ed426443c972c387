import { z } from 'zod';
import { countrySchema, type Country } from '../../../contracts/values/country.js';
import { KEYWORD_MAX_LENGTH, keywordTextSchema } from '../../../contracts/values/keyword.js';
import { marketplaceSchema, type Marketplace } from '../../../contracts/values/marketplace.js';
import { positionSchema } from '../../../contracts/values/position.js';
import { Field } from '../../platform/http/field.js';

export class TrackKeywordBody {
  @Field(keywordTextSchema, {
    description: 'As a buyer would type it; any script, emoji too.',
    example: 'wedding planner printable',
    documented: { minLength: 1, maxLength: KEYWORD_MAX_LENGTH },
  })
  keyword!: string;

  @Field(marketplaceSchema, { description: 'Where to look.', example: 'etsy' })
  marketplace!: Marketplace;

  @Field(countrySchema, { description: "The marketplace's country, ISO 3166-1 alpha-2.", example: 'US' })
  country!: Country;
}

export const trackedSchema = z
  .object({
    id: z.uuid().describe('Id of the tracked keyword: the same for every repeat.'),
    position: positionSchema.describe('Reads with this minPosition see the write.'),
  })
  .meta({ id: 'Tracked' });

export const untrackedSchema = z.object({ position: positionSchema }).meta({ id: 'Untracked' });

export const trackedKeywordSchema = z
  .object({
    id: z.uuid(),
    keyword: z.string(),
    marketplace: marketplaceSchema,
    country: countrySchema,
    keywordId: z.uuid().describe('Id of the keyword in searches and trends.'),
    trackedAt: z.iso.datetime(),
  })
  .meta({ id: 'TrackedKeyword' });
export type TrackedKeyword = z.infer<typeof trackedKeywordSchema>;

export const trackedKeywordPageSchema = z
  .object({
    items: z.array(trackedKeywordSchema),
    nextCursor: z.string().nullable(),
    stale: z.literal(true).optional().describe('The write asked for by minPosition is not in here yet.'),
  })
  .meta({ id: 'TrackedKeywordPage' });
export type TrackedKeywordPage = z.infer<typeof trackedKeywordPageSchema>;
