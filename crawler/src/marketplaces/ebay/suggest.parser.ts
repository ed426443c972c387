import { normalizeKeyword } from '../../../../backend/contracts/values/keyword.js';
import type { ParsedSuggestPage, ParsedSuggestion, ReceivedPage } from '../parsed-page.js';
import { isJsonObject, jsonList, jsonText, readJsonBody, type Json } from '../reading/json-body.js';
import { drift } from '../reading/page-body.js';
import { cleanText, SCOPE_LIMIT, shorten, TEXT_LIMIT } from '../reading/text.js';
import { EBAY_OBSTACLES } from './ebay-obstacles.js';

/**
 * eBay's autosuggest (JSONP): `{prefix, res: {sug: […], categories: [[id, name]]}}`, in older answers `res: [{kwd}]`,
 * with `fmt=osr` the list of OpenSearch.
 * No `res` at all means that there are no suggestions. The categories are no suggestions of their own.
 */
export function parseEbaySuggest(page: ReceivedPage, asked?: string): ParsedSuggestPage {
  const body = readJsonBody(page, EBAY_OBSTACLES);
  if (!body.ok) return body.none;
  const answer = answerOf(body.json);
  if (!answer) return drift('The answer has neither prefix nor suggestions');
  const prefix = jsonText(answer.prefix) ?? asked ?? null;
  const rows = rowsOf(answer.res);
  if (!rows) return drift('The suggestions have a shape that we do not know');
  const echo = prefix === null ? null : normalizeKeyword(prefix);
  const suggestions: ParsedSuggestion[] = [];
  for (const row of rows) {
    const text = shorten(cleanText(textOf(row) ?? ''), TEXT_LIMIT);
    const scope = scopeOf(row);
    if (text === '' || (scope === null && normalizeKeyword(text) === echo)) continue;
    suggestions.push({ text, place: suggestions.length + 1, ...(scope === null ? {} : { scope }) });
  }
  return { kind: 'suggest', prefix, suggestions };
}

/** The answer's own form, or the list of OpenSearch: `[prefix, [text…]]`. */
function answerOf(json: Json): { prefix: Json | undefined; res: Json | undefined } | null {
  if (isJsonObject(json))
    return 'prefix' in json || 'res' in json ? { prefix: json['prefix'], res: json['res'] } : null;
  const [prefix, res] = jsonList(json);
  return typeof prefix === 'string' && Array.isArray(res) ? { prefix, res: res as readonly Json[] } : null;
}

function rowsOf(res: Json | undefined): readonly Json[] | null {
  if (res === undefined || res === null) return [];
  if (Array.isArray(res)) return res as readonly Json[];
  return isJsonObject(res) ? jsonList(res['sug']) : null;
}

const textOf = (row: Json): string | null =>
  isJsonObject(row) ? (jsonText(row['kwd']) ?? jsonText(row['keyword'])) : jsonText(row);

/** A row `{kwd, category: [id, name]}` is narrowed to that category. */
function scopeOf(row: Json): string | null {
  if (!isJsonObject(row)) return null;
  const category = row['category'] ?? row['cat'];
  const name = jsonText(category) ?? jsonText(jsonList(category)[1]);
  return name === null ? null : shorten(cleanText(name), SCOPE_LIMIT);
}
