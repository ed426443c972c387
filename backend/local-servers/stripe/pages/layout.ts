import { createHash } from 'node:crypto';
import type { Reply } from '../requests/reply.js';
import { type Language, wordsIn } from './words.js';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }; // prettier-ignore

/** For text and for attributes in double quotes. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

const STYLE = `*{box-sizing:border-box}
body{font:16px/1.5 system-ui,sans-serif;margin:0;background:#f4f5f6;color:#1c2226}
.simulation{background:#fdf0cf;border-bottom:3px solid #b97a00;padding:1rem;text-align:center}
.simulation strong{display:block;font-size:1.75rem;line-height:1.2;color:#6b4600}
main{max-width:34rem;margin:1.5rem auto;padding:1.5rem;background:#fff;border-radius:12px;box-shadow:0 1px 3px #0002}
h1{font-size:1.35rem;margin:0 0 1rem}h2{font-size:1.05rem;margin:1.5rem 0 .5rem}
dl{display:grid;grid-template-columns:1fr auto;gap:.35rem 1rem;margin:0 0 1rem}dd{margin:0;font-variant-numeric:tabular-nums;text-align:right}
.total{font-weight:700;font-size:1.2rem}
label{display:block;margin:.75rem 0}input[type=text],input[type=email]{display:block;width:100%;padding:.6rem;font:inherit;border:1px solid #7a858c;border-radius:8px}
label.choice{margin:.35rem 0}
button{display:block;width:100%;min-height:44px;margin:.5rem 0;padding:.6rem 1rem;font:inherit;border:1px solid #0f766e;border-radius:8px;background:#fff;color:#0b5a54;cursor:pointer}
button.main{background:#0f766e;color:#fff;font-weight:600}
button:focus-visible,input:focus-visible,a:focus-visible{outline:3px solid #0f766e;outline-offset:2px}
.alert{padding:.75rem 1rem;border-left:4px solid #b3261e;background:#fdecea}
a{color:#0b5a54}ul{padding:0;list-style:none}li{padding:.5rem 0;border-top:1px solid #e3e6e8}
@media(max-width:36rem){main{margin:0;border-radius:0;padding:1rem}}
@media(prefers-color-scheme:dark){body{background:#14181b;color:#e8ecee}main{background:#1d2327}.simulation{background:#3a2b06;color:#f7e3b5}.simulation strong{color:#ffd479}
button{background:#1d2327;color:#5fe0d0;border-color:#2dd4bf}button.main{background:#2dd4bf;color:#06201d}input[type=text],input[type=email]{background:#14181b;color:inherit}
.alert{background:#3b1513}a{color:#5fe0d0}li{border-color:#333b40}}`;
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

export interface Page {
  readonly language: Language;
  readonly title: string;
  /** HTML. */
  readonly body: string;
  readonly status?: number;
  /** Addresses to which a form of the page may lead in the end: browsers hold redirects to the same rule. */
  readonly leadsTo?: readonly (string | null)[];
}

/** A whole page: what it is said first and large, nothing loaded from anywhere, no script. */
export function pageReply(page: Page): Reply {
  const words = wordsIn(page.language);
  const origins = (page.leadsTo ?? []).filter((url) => url !== null).map((url) => new URL(url).origin);
  return {
    status: page.status ?? 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action ${["'self'", ...new Set(origins)].join(' ')}; base-uri 'none'; frame-ancestors 'none'`,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      vary: 'accept-language',
    },
    body: `<!doctype html><html lang="${page.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(page.title)} · ${escaped(words.simulation)}</title><style>${STYLE}</style></head>
<body><div class="simulation" role="note"><strong>${escaped(words.simulation)}</strong>${escaped(words.noCard)}</div>
<main><h1>${escaped(page.title)}</h1>${page.body}</main></body></html>`,
  };
}

export const leadTo = (url: string): Reply => ({
  status: 303,
  headers: { location: url, 'cache-control': 'no-store' },
  body: '',
});

/** A button that posts its choice to the page itself. */
export const button = (choice: string, words: string, isMain = false): string =>
  `<button name="choice" value="${choice}"${isMain ? ' class="main"' : ' formnovalidate'}>${escaped(words)}</button>`;
