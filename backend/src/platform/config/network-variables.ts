import { isIP } from 'node:net';
import { z } from 'zod';

const MOST_PROXIES = 10;
const PROXIES_WANTED =
  'false, the number of proxies in front (1 to 10), or their addresses, such as 10.0.0.0/8,192.168.1.4';
const ORIGINS_WANTED = '* or origins such as https://shop.example.com,https://tools.example.com';

const listOf = (text: string): readonly string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

function isNetwork(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  if (prefix === undefined) return true;
  return /^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128);
}

/**
 * Whose word about the caller's address is taken. `true` is not among it: then everybody could say to be anybody, and limits by address
 * would hold nobody.
 */
export const trustProxySchema = z.string().transform((text, context): false | number | string[] => {
  if (text === 'false') return false;
  if (/^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= MOST_PROXIES) return Number(text);
  const addresses = listOf(text);
  if (addresses.length > 0 && addresses.every(isNetwork)) return [...addresses];
  context.addIssue({ code: 'custom', message: PROXIES_WANTED });
  return z.NEVER;
});

const isOrigin = (text: string): boolean =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text;

/** Origins as browsers write them: scheme, host and port, no path. */
export const corsOriginsSchema = z.string().transform((text, context): readonly string[] => {
  const origins = listOf(text);
  if (origins.length > 0 && (String(origins) === '*' || origins.every(isOrigin))) return origins;
  context.addIssue({ code: 'custom', message: ORIGINS_WANTED });
  return z.NEVER;
});

const FACTOR_WANTED = 'a number from 0.01 to 10000 by which the limits of requests are multiplied';

export const limitFactorSchema = z
  .string()
  .regex(/^\d{1,5}(\.\d{1,2})?$/, FACTOR_WANTED)
  .transform(Number)
  .refine((factor) => factor >= 0.01 && factor <= 10_000, FACTOR_WANTED);
