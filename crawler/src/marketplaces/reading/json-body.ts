import type { NoResults, ReceivedPage } from '../parsed-page.js';
import { obstacleByStatus, obstacleOf, type Obstacle } from './obstacles.js';
import { bodyText, drift, htmlPage, truncated, wrongPage } from './page-body.js';

/** A JSON value whose shape nobody has checked yet. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

export const isJsonObject = (value: Json | undefined): value is { readonly [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const jsonList = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? (value as readonly Json[]) : [];
export const jsonText = (value: Json | undefined): string | null =>
  typeof value === 'string' ? value : null;

/** A body that should be JSON or JSONP; a wall, an outage or a cut by its own name. */
export function readJsonBody(
  page: ReceivedPage,
  own: readonly Obstacle[],
): { ok: true; json: Json } | { ok: false; none: NoResults } {
  const text = bodyText(page.body).trim();
  if (text.startsWith('<') || /<(?:!doctype|html|body)\b/iu.test(text.slice(0, 2_000))) {
    const none = obstacleOf(htmlPage(page), own) ?? wrongPage('An HTML page came where JSON was asked for');
    return { ok: false, none };
  }
  const byStatus = obstacleByStatus(page.status);
  if (byStatus) return { ok: false, none: byStatus };
  if (text === '') return { ok: false, none: truncated('The answer is empty') };
  const json = parseJson(unwrapped(text));
  if (json !== undefined) return { ok: true, json };
  const cut = !/[\]})];?$/u.test(text) || brackets(text) === 'open';
  return {
    ok: false,
    none: cut ? truncated('The JSON ends before its end') : drift('The answer is no JSON that we know'),
  };
}

/**
 * JSONP keeps its JSON between the first "(" and the last ")"; a leading comment guard is no part of the name. An
 * older script sets a variable and calls afterwards: `completion = […];update();`.
 */
function unwrapped(text: string): string {
  if (/^[[{"]/u.test(text)) return text;
  const set = /^(?:var\s+)?[\w$.]+\s*=\s*([[{][\s\S]*[\]}])\s*;?\s*(?:[\w$.]+\(\)\s*;?\s*)?$/u.exec(text);
  if (set?.[1] !== undefined) return set[1];
  const call = /^(?:\/\*[\s\S]*?\*\/)?\s*[\w$.[\]"']+\s*\(([\s\S]*)\)\s*;?\s*$/u.exec(text);
  return call?.[1] ?? text;
}

/** undefined for what is no JSON. */
export function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** More brackets opened than closed (outside strings) means that the end is missing. */
function brackets(text: string): 'open' | 'closed' {
  let depth = 0;
  for (const [bracket] of text.replace(/"(?:[^"\\]|\\.)*"?/gu, '').matchAll(/[[\]{}()]/gu))
    depth += '[{('.includes(bracket) ? 1 : -1;
  return depth > 0 ? 'open' : 'closed';
}
