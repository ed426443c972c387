import { load, type CheerioAPI } from 'cheerio';
import type { NoResults, ReceivedPage } from '../parsed-page.js';
import { cleanText } from './text.js';

export const blocked = (reason: 'captcha' | 'blocked', detail: string): NoResults => ({
  kind: 'blocked',
  reason,
  detail,
});
export const unavailable = (detail: string): NoResults => ({
  kind: 'unavailable',
  reason: 'unavailable',
  detail,
});
export const truncated = (detail: string): NoResults => ({ kind: 'truncated', reason: 'truncated', detail });
export const wrongPage = (detail: string): NoResults => ({ kind: 'other', reason: 'wrong-page', detail });
export const drift = (detail: string): NoResults => ({ kind: 'other', reason: 'drift', detail });

/** Text of a body: UTF-8, UTF-16 with its mark, or Latin-1 where the bytes are no UTF-8. */
export function bodyText(body: string | Uint8Array): string {
  if (typeof body === 'string') return body.replace(/^\uFEFF/u, '');
  if (body[0] === 0xff && body[1] === 0xfe) return new TextDecoder('utf-16le').decode(body);
  if (body[0] === 0xfe && body[1] === 0xff) return new TextDecoder('utf-16be').decode(body);
  const text = new TextDecoder('utf-8').decode(body);
  // A cut may split the last character; more than that is another encoding.
  const broken = text.slice(0, -2).split('\uFFFD').length - 1;
  return broken > text.length / 1_000 ? new TextDecoder('windows-1252').decode(body) : text;
}

/** An HTML body, read once. */
export interface HtmlPage {
  readonly html: string;
  readonly $: CheerioAPI;
  readonly title: string;
  readonly status: number | undefined;
  readonly url: string | undefined;
}

export function htmlPage(page: ReceivedPage): HtmlPage {
  const html = bodyText(page.body);
  const $ = load(html);
  return {
    html,
    $,
    title: cleanText($('head > title, title').first().text()),
    status: page.status,
    url: page.url,
  };
}

/** What a body is that holds no whole document: nothing, no HTML, or one that was cut; null for a whole one. */
export function unfinished(html: string): NoResults | null {
  if (html.trim() === '') return truncated('The answer is empty');
  if (!/<[a-z!]/iu.test(html.slice(0, 2_000))) return wrongPage('The answer is no HTML page');
  return reachesItsEnd(html) ? null : truncated('The page ends before its closing tag');
}

// A cut anywhere before the end loses the closing tag; a script may write one, but not as the last.
function reachesItsEnd(html: string): boolean {
  const end = html.toLowerCase().lastIndexOf('</html');
  if (end === -1) return false;
  // Only what servers put behind the end may follow: comments, scripts, stray closing tags.
  const tail = html.slice(end).replace(/<!--[\s\S]*?-->|<(script|noscript)\b[\s\S]*?<\/\1>/giu, '');
  return !/<(?:div|li|ul|section|span)\b/iu.test(tail);
}

/** The elements of a page that a selector matches, in page order. */
export const selected = ($: CheerioAPI, selector: string) => $.root().find(selector);
export type Elements = ReturnType<typeof selected>;
