import { z } from 'zod';

const TEXT = 'what the provider gave you, without spaces';
const ADDRESS = 'an address such as https://accounts.example.com';

const text = z
  .string()
  .regex(/^[\x21-\x7e]{1,300}$/, TEXT)
  .optional();
const address = z
  .string()
  .refine((given) => URL.canParse(given) && /^https?:$/.test(new URL(given).protocol), ADDRESS)
  .optional();

/** Signing in through others: off until a provider's id and secret are set. The addresses are for tests and for proxies. */
export const oauthVariables = {
  GOOGLE_CLIENT_ID: text,
  GOOGLE_CLIENT_SECRET: text,
  GOOGLE_ISSUER: address,
  OAUTH_GOOGLE_AUTHORIZE_URL: address,
  OAUTH_GOOGLE_TOKEN_URL: address,
  OAUTH_GOOGLE_USERINFO_URL: address,
  GITHUB_CLIENT_ID: text,
  GITHUB_CLIENT_SECRET: text,
  OAUTH_GITHUB_AUTHORIZE_URL: address,
  OAUTH_GITHUB_TOKEN_URL: address,
  OAUTH_GITHUB_USERINFO_URL: address,
  OAUTH_GITHUB_EMAILS_URL: address,
} as const;

export const OAUTH_NAMES = Object.keys(oauthVariables) as readonly (keyof typeof oauthVariables)[];
