import { z } from 'zod';
import { countrySchema } from '../../../contracts/values/country.js';
import { marketplaceSchema } from '../../../contracts/values/marketplace.js';
import { positionSchema } from '../../../contracts/values/position.js';

export const searchSchema = z
  .object({
    id: z.uuid(),
    query: z.string().describe('As it was typed.'),
    filters: z
      .object({
        marketplace: marketplaceSchema.optional(),
        country: countrySchema.optional(),
        minVolume: z.int().optional(),
        sort: z.string().optional(),
      })
      .describe('What was asked for beside it; absent: not given.'),
    asOf: z.iso.datetime().optional().describe('The past moment that was asked about.'),
    searchedAt: z.iso.datetime(),
    resultCount: z.int().describe('How many keywords the first page showed.'),
    match: z.enum(['substring', 'similar']),
    top: z
      .array(
        z.object({
          keyword: z.string(),
          demand: z
            .object({
              value: z.number(),
              maxValue: z.number().optional(),
              relation: z.string(),
              kind: z.string(),
            })
            .nullable()
            .describe('Searches a month as they were known then.'),
        }),
      )
      .describe('The first three keywords that were shown.'),
    workspaceId: z.uuid(),
    again: z.string().describe('Address of the same search now.'),
    then: z.string().describe('Address of what the same search said then.'),
  })
  .meta({ id: 'Search' });
export type Search = z.infer<typeof searchSchema>;

export const searchPageSchema = z
  .object({
    items: z.array(searchSchema),
    nextCursor: z.string().nullable(),
    stale: z.literal(true).optional().describe('The write asked for by minPosition is not in here yet.'),
  })
  .meta({ id: 'SearchPage' });
export type SearchPage = z.infer<typeof searchPageSchema>;

export const forgottenSchema = z.object({ position: positionSchema }).meta({ id: 'SearchesForgotten' });
