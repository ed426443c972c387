import { z } from 'zod';

/** ISO 3166-1 alpha-2 codes of the countries whose marketplace sites we know (the United Kingdom is GB). */
export const COUNTRIES = [
  'US', 'GB', 'DE', 'FR', 'IT', 'ES', 'CA', 'AU', 'JP', 'MX', 'BR', 'NL', 'SE', 'TR', 'AE', 'SA', 'SG', 'BE', 'EG',
  'IN', 'AT', 'CH', 'IE', 'PL',
] as const; // prettier-ignore
export const countrySchema = z.enum(COUNTRIES);
export type Country = z.infer<typeof countrySchema>;
