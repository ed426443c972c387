import { load } from 'cheerio';
import { normalizeKeyword } from '../../../../backend/contracts/values/keyword.js';
import type { ParsedSuggestPage, ParsedSuggestion, ReceivedPage } from '../parsed-page.js';
import { isJsonObject, jsonText, readJsonBody, type Json } from '../reading/json-body.js';
import { drift } from '../reading/page-body.js';
import { cleanText, shorten, TEXT_LIMIT } from '../reading/text.js';
import { ETSY_OBSTACLES } from './etsy-obstacles.js';

/**
 * Etsy's `{results: [{query, categories}]}`. The first row repeats what was typed; a row of markup is a link to the
 * shop search and no suggestion.
 * @param asked the prefix; without it the first row is taken for the echo that it is on every answer seen
 */
export function parseEtsySuggest(page: ReceivedPage, asked?: string): ParsedSuggestPage {
  const body = readJsonBody(page, ETSY_OBSTACLES);
  if (!body.ok) return body.none;
  const rows = rowsOf(body.json);
  if (!rows) return drift('The answer has no list of suggestions');
  const texts = rows.map(textOf).filter((text) => text !== null);
  if (rows.length > 0 && texts.length === 0) return drift('No row of the answer has a text');
  const prefix = asked ?? texts[0] ?? null;
  const echo = prefix === null ? null : normalizeKeyword(prefix);
  const suggestions = texts
    .filter((text) => text !== '' && !/<[a-z!/][^>]*>/iu.test(text) && normalizeKeyword(text) !== echo)
    .map((text, index): ParsedSuggestion => ({ text, place: index + 1 }));
  return { kind: 'suggest', prefix, suggestions };
}

function rowsOf(json: Json): readonly Json[] | null {
  const list = isJsonObject(json) ? (json['results'] ?? json['suggestions'] ?? json['queries']) : json;
  return Array.isArray(list) ? (list as readonly Json[]) : null;
}

function textOf(row: Json): string | null {
  const text = isJsonObject(row)
    ? (jsonText(row['query']) ?? jsonText(row['text']) ?? jsonText(row['term']))
    : jsonText(row);
  if (text === null) return null;
  // Texts come with HTML entities; markup stays markup, for it tells a row apart.
  return shorten(cleanText(text.includes('<') ? text : load(text, null, false).text()), TEXT_LIMIT);
}
