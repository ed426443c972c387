const LONGEST = 2_000;
const NOWHERE_ELSE = 'http://local.invalid';

/**
 * Where a person goes after signing in: a path of ours, else “/”. Browsers read `//host`, `/\host` and `/<tab>/host` as another site,
 * and take `..` out before they look at that.
 */
export function localPath(text: unknown): string {
  if (typeof text !== 'string' || text.length > LONGEST || !isPath(text) || !URL.canParse(text, NOWHERE_ELSE))
    return '/';
  const { origin, pathname, search, hash } = new URL(text, NOWHERE_ELSE);
  const path = `${pathname}${search}${hash}`;
  return origin === NOWHERE_ELSE && isPath(path) ? path : '/';
}

const isPath = (text: string): boolean => /^\/(?![/\\])[^\\\p{C}]*$/u.test(text);

/** The path with one more field in its query. */
export function withQuery(path: string, fields: Readonly<Record<string, string>>): string {
  const url = new URL(path, NOWHERE_ELSE);
  for (const [name, value] of Object.entries(fields)) url.searchParams.set(name, value);
  return `${url.pathname}${url.search}${url.hash}`;
}
