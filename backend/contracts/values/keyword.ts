import { v5 as uuidV5 } from 'uuid';
import { z } from 'zod';
import type { Country } from './country.js';
import type { Marketplace } from './marketplace.js';

export const KEYWORD_MAX_LENGTH = 200;

// Control characters and lone surrogates cannot be typed into a search box and break stores and logs.
const UNPRINTABLE = /[\p{Cc}\p{Cs}]/u;

/** A keyword as somebody typed it: any script and emoji, outer blanks taken off, otherwise unchanged. */
export const keywordTextSchema = z
  .string()
  .refine((text) => !UNPRINTABLE.test(text), 'may not hold control characters')
  .transform((text) => text.trim())
  .refine((text) => text.length > 0, 'may not be empty')
  .refine(
    (text) => [...text].length <= KEYWORD_MAX_LENGTH,
    `may have at most ${KEYWORD_MAX_LENGTH} characters`,
  );

/** What makes two spellings the same keyword: composed Unicode, lower case, single blanks. */
export function normalizeKeyword(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

const KEYWORD_NAMESPACE = '8d9f4b1e-52a7-4c35-9a63-0f2d7e6b1c40';

export type KeywordId = string & { readonly __brand: 'KeywordId' };

/** The same keyword on the same marketplace in the same country has the same id everywhere, for ever. */
export function keywordId(marketplace: Marketplace, country: Country, text: string): KeywordId {
  const key = `${marketplace}|${country}|${text}`;
  const known = recentIds.get(key);
  if (known !== undefined) return known;
  const id = uuidV5(`${marketplace}|${country}|${normalizeKeyword(text)}`, KEYWORD_NAMESPACE) as KeywordId;
  if (recentIds.size >= RECENT_IDS) recentIds.clear();
  recentIds.set(key, id);
  return id;
}

// A hash for every event that names a keyword would be a good part of a rebuild, and history names few of them often.
const recentIds = new Map<string, KeywordId>();
const RECENT_IDS = 20_000;

const TRACKED_NAMESPACE = '5e0c7a52-1f5b-4f0e-8f3e-3a7d9b0c6d21';

/** The same keyword tracked by the same workspace is the same thing, however often it is asked for. */
export const trackedKeywordId = (workspace: string, keyword: KeywordId): string =>
  uuidV5(`${workspace}|${keyword}`, TRACKED_NAMESPACE);
