import { z } from 'zod';

/** An event of the specs alone, whose second version was needed: v1 held the price as text. */
export const priceQuotedV1 = z.strictObject({ item: z.string().min(1), price: z.string() });
