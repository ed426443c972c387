import { z } from 'zod';
import { keywordTextSchema } from '../../../values/keyword.js';
import { countSchema, priceSchema } from '../../../values/measure.js';
import { lookFields } from '../look.js';

export const listingSchema = z.strictObject({
  id: z.string().min(1).max(64),
  title: z.string().max(1000),
  /** null where the page shows none; a free listing has minor 0. */
  price: priceSchema.nullable(),
  /** Mean of the ratings on a scale to 5, null where the page shows none. */
  rating: z.number().min(0).max(5).nullable(),
  reviewCount: countSchema.nullable(),
  /** null where the page does not let us tell. */
  sponsored: z.boolean().nullable(),
  /** Shown only because nothing matched exactly: says nothing about this keyword's supply. */
  fallback: z.boolean(),
  /** 1 for the first listing of the page. */
  place: z.int().positive(),
});
export type Listing = z.infer<typeof listingSchema>;

/** A page of search results as it was seen. */
export const keywordObservedV1 = z.strictObject({
  ...lookFields,
  keyword: keywordTextSchema,
  page: z.int().positive(),
  /** What the page claims, null where it claims nothing. */
  resultCount: countSchema.nullable(),
  listings: z.array(listingSchema).max(500),
});
