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

/** Text of a body: UTF-8, UTF-16 with its mark, or where the bytes are no UTF-8 what they declare, else Latin-1. */
export function bodyText(body: string | Uint8Array): string {
  if (typeof body === 'string') return body.replace(/^\uFEFF/u, '');
  if (body[0] === 0xff && body[1] === 0xfe) return new TextDecoder('utf-16le').decode(body);
  if (body[0] === 0xfe && body[1] === 0xff) return new TextDecoder('utf-16be').decode(body);
  const text = new TextDecoder('utf-8').decode(body);
  // A cut may split the last character.
  const beyondAscii = text.slice(0, -2).match(/[^\p{ASCII}]/gu) ?? [];
  const broken = beyondAscii.filter((character) => character === '\uFFFD').length;
  if (broken === 0) return text;
  const declared = declaredCharset(text);
  if (declared !== null) return new TextDecoder(declared).decode(body);
  // More broken characters than whole ones are another encoding.
  return broken > beyondAscii.length / 2 ? new TextDecoder('windows-1252').decode(body) : text;
}

/** What a page says of itself, where that is an encoding that other bytes than UTF-8 come in. */
function declaredCharset(text: string): string | null {
  const said =
    /<meta[^>]{0,100}charset=["']?([\w-]{3,20})/iu.exec(text.slice(0, 5_000))?.[1]?.toLowerCase() ?? '';
  const known = /^(?:iso-8859-\d+|windows-125\d|shift_jis|euc-jp|euc-kr|gbk|gb2312|gb18030|big5|koi8-r)$/u;
  return known.test(said) ? said : null;
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
    url: page.url ?? savedFrom(html),
  };
}

/** The address that a browser or tool notes at the top of a page that it saves. */
function savedFrom(html: string): string | undefined {
  const note = /<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?:\/\/[^\s>]+)/iu;
  return note.exec(html.slice(0, 2_000))?.[1];
}

/** What a body is that holds no whole document: nothing, no HTML, or one that was cut; null for a whole one. */
export function unfinished(html: string): NoResults | null {
  if (html.trim() === '') return truncated('The answer is empty');
  if (!/<[a-z!]/iu.test(html.slice(0, 2_000))) return wrongPage('The answer is no HTML page');
  return reachesItsEnd(html) ? null : truncated('The page ends before its closing tag');
}

// A cut anywhere before the end loses the closing tag; a script may write one, but not as the last.
function reachesItsEnd(html: string): boolean {
  const lower = html.toLowerCase();
  // The end of the body does as well: the very last tag may be left out.
  const end = Math.max(lower.lastIndexOf('</html'), lower.lastIndexOf('</body'));
  if (end === -1) return isWholeByItsSaver(html);
  // Both closing tags in a row, then markup: the real end, whatever a tool that saved the page has hung behind it.
  const start = Math.max(lower.lastIndexOf('</body', end), 0);
  if (/^<\/body\s*>\s*(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<\/html\s*>\s*(?:<|$)/iu.test(html.slice(start)))
    return true;
  // Only what servers put behind the end may follow: comments, scripts, stray closing tags.
  const tail = html.slice(end).replace(/<!--[\s\S]*?-->|<(script|noscript)\b[\s\S]*?<\/\1>/giu, '');
  return !/<(?:div|li|ul|section|span|script)\b/iu.test(tail);
}

// A tool that writes a page into one file leaves out the closing tags that HTML lets it leave out.
const isWholeByItsSaver = (html: string): boolean =>
  /<!--\s*Page saved with SingleFile/iu.test(html.slice(0, 2_000)) && /<\/[a-z][a-z0-9-]*>\s*$/iu.test(html);

/** The elements of a page that a selector matches, in page order. */
export const selected = ($: CheerioAPI, selector: string) => $.root().find(selector);
export type Elements = ReturnType<typeof selected>;
