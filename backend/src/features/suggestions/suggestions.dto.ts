import { z } from 'zod';
import { originSchema } from '../../../contracts/events/observation/look.js';
import { countrySchema, type Country } from '../../../contracts/values/country.js';
import { KEYWORD_MAX_LENGTH, keywordTextSchema } from '../../../contracts/values/keyword.js';
import { marketplaceSchema, type Marketplace } from '../../../contracts/values/marketplace.js';
import { Field } from '../../platform/http/field.js';
import { FreshQuery, MOST_PER_PAGE, QueryNumber } from '../../platform/http/paging.dto.js';

const DEFAULT_SUGGESTIONS = 20;

export class SuggestionsQuery extends FreshQuery {
  @Field(keywordTextSchema, {
    description: 'What stands in the search box so far.',
    example: 'wedding pl',
    documented: { minLength: 1, maxLength: KEYWORD_MAX_LENGTH },
  })
  prefix!: string;

  @Field(marketplaceSchema, { description: 'Of this marketplace alone.', required: false })
  marketplace?: Marketplace;

  @Field(countrySchema, { description: 'Of this country alone.', required: false })
  country?: Country;

  @QueryNumber({ from: 1, to: MOST_PER_PAGE, default: DEFAULT_SUGGESTIONS, description: 'How many at most.' })
  limit: number = DEFAULT_SUGGESTIONS;
}

export const suggestionListSchema = z
  .object({
    items: z.array(
      z.object({
        keyword: z.string(),
        keywordId: z.uuid(),
        marketplace: marketplaceSchema,
        country: countrySchema,
        place: z
          .int()
          .nullable()
          .describe('Place below the search box; null for a keyword that is merely known.'),
        source: z.string(),
        origin: originSchema,
        observedAt: z.iso.datetime(),
      }),
    ),
    stale: z.literal(true).optional().describe('The write asked for by minPosition is not in here yet.'),
  })
  .meta({ id: 'SuggestionList' });
export type SuggestionList = z.infer<typeof suggestionListSchema>;
