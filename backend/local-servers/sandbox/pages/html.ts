const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }; // prettier-ignore

/** For text and for attributes in double quotes. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/** JSON that may stand in a script element. */
export const scriptJson = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

const STYLE = `body{font:15px/1.45 system-ui,sans-serif;margin:0;color:#222}main{max-width:60rem;margin:0 auto;padding:1rem}
.sandbox-note{background:#ffe9a8;border-bottom:2px solid #c78a00;padding:.6rem 1rem;font-weight:600}
ul{list-style:none;padding:0}li,.s-search-result{border-bottom:1px solid #ddd;padding:.7rem 0}
.wt-screen-reader-only,.aok-hidden{position:absolute;left:-9999px}`;

/** A whole page. The note on top tells everybody that nothing here is the marketplace's own. */
export function htmlPage(page: {
  host: string;
  language: string;
  title: string;
  head?: string;
  body: string;
  /** Behind the closing tag, where eBay writes its comments. */
  tail?: string;
}): string {
  return `<!doctype html><html lang="${page.language}"><head><meta charset="utf-8"/><meta name="viewport" content="width=device-width"/>
<title>${escapeHtml(page.title)}</title><style>${STYLE}</style>${page.head ?? ''}</head>
<body><div class="sandbox-note" role="note">Sandbox: a local imitation of ${escapeHtml(page.host)} with made-up listings. This is not the marketplace.</div>
<main>${page.body}</main></body></html>${page.tail ?? ''}`;
}

/** Reads like a sentence's end: "budget planner" in the page's own quotation marks is escaped for HTML. */
export const quoted = (text: string): string => `&quot;${escapeHtml(text)}&quot;`;
