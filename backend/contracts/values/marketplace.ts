import { z } from 'zod';

/** Marketplaces that we can look at today; a new one is added here and in the crawler's registry. */
export const MARKETPLACES = ['amazon', 'etsy', 'ebay'] as const;
export const marketplaceSchema = z.enum(MARKETPLACES);
export type Marketplace = z.infer<typeof marketplaceSchema>;
