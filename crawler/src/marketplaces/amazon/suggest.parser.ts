import { normalizeKeyword } from '../../../../backend/contracts/values/keyword.js';
import type { ParsedSuggestPage, ParsedSuggestion, ReceivedPage } from '../parsed-page.js';
import { isJsonObject, jsonList, jsonText, readJsonBody, type Json } from '../reading/json-body.js';
import { drift } from '../reading/page-body.js';
import { cleanText, SCOPE_LIMIT, shorten, TEXT_LIMIT } from '../reading/text.js';
import { AMAZON_OBSTACLES } from './amazon-obstacles.js';

/**
 * Amazon's completion answer, the 2017 one and the older `[query, [text…]]`. The echo of the prefix and ghost rows
 * are dropped; a row narrowed to a department stays, with the department's name as its scope.
 */
export function parseAmazonSuggest(page: ReceivedPage, asked?: string): ParsedSuggestPage {
  const body = readJsonBody(page, AMAZON_OBSTACLES);
  if (!body.ok) return body.none;
  const rows = rowsOf(body.json);
  if (!rows) return drift('The answer has no list of suggestions');
  const prefix = prefixOf(body.json) ?? asked ?? null;
  const echo = prefix === null ? null : normalizeKeyword(prefix);
  const suggestions: ParsedSuggestion[] = [];
  for (const row of rows) {
    const seen = suggestionOf(row);
    if (!seen || (seen.scope === undefined && normalizeKeyword(seen.text) === echo)) continue;
    suggestions.push({ ...seen, place: suggestions.length + 1 });
  }
  if (rows.length > 0 && suggestions.length === 0 && !rows.some((row) => textOf(row) !== null))
    return drift('No row of the answer has a text');
  return { kind: 'suggest', prefix, suggestions };
}

function rowsOf(json: Json): readonly Json[] | null {
  if (isJsonObject(json) && Array.isArray(json['suggestions'])) return json['suggestions'] as readonly Json[];
  if (Array.isArray(json) && typeof json[0] === 'string' && Array.isArray(json[1]))
    return json[1] as readonly Json[];
  return null;
}

function prefixOf(json: Json): string | null {
  return isJsonObject(json) ? jsonText(json['prefix']) : jsonText(jsonList(json)[0]);
}

const textOf = (row: Json): string | null => (isJsonObject(row) ? jsonText(row['value']) : jsonText(row));

function suggestionOf(row: Json): { text: string; scope?: string } | null {
  const text = shorten(cleanText(textOf(row) ?? ''), TEXT_LIMIT);
  if (text === '') return null;
  if (!isJsonObject(row)) return { text };
  // A widget row (pictures, brands) is no keyword.
  if (
    row['ghost'] === true ||
    row['blackListed'] === true ||
    (jsonText(row['type']) ?? 'KEYWORD') !== 'KEYWORD'
  )
    return null;
  const scope = jsonList(row['scopes']).find(isJsonObject);
  const name = scope && (jsonText(scope['display']) ?? jsonText(scope['value']));
  return name ? { text, scope: shorten(cleanText(name), SCOPE_LIMIT) } : { text };
}
