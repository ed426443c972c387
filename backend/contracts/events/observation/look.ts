import { z } from 'zod';
import { countrySchema } from '../../values/country.js';
import { marketplaceSchema } from '../../values/marketplace.js';

/** live: the marketplace itself; sandbox: our local imitation of it; seed: the made-up past of the demo. */
export const originSchema = z.enum(['live', 'sandbox', 'seed']);
export type Origin = z.infer<typeof originSchema>;

/** What every look at a public page shares. */
export const lookFields = {
  marketplace: marketplaceSchema,
  country: countrySchema,
  /** Where the numbers come from, in words: "amazon.de search page". */
  source: z.string().min(1).max(100),
  origin: originSchema,
  url: z.string().max(2048),
  parserVersion: z.string().min(1).max(50),
  /** SHA-256 of the body, in hex: the same bytes can be recognised again. */
  bodyHash: z.string().regex(/^[0-9a-f]{64}$/),
};
