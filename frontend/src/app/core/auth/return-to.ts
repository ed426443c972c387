/** Pages of who is not signed in: nobody is sent back to them. */
const ENTRANCE = /^\/(?:sign-in|register|forgot-password|reset-password|verify-email)(?:[/?#]|$)/;
/** Any origin will do: it is only there to see whether the address leaves it. */
const HERE = 'http://here.invalid';

/** The page to go to after signing in: a path of our own, whatever an address asks for; else the first page. */
export function returnPath(asked: string | null | undefined): string {
  if (!asked?.startsWith('/') || !URL.canParse(asked, HERE)) return '/';
  const { origin, pathname, search, hash } = new URL(asked, HERE);
  const path = `${pathname}${search}${hash}`;
  // A path of two slashes is another host to who reads it next.
  if (origin !== HERE || path.startsWith('//') || ENTRANCE.test(path)) return '/';
  return path;
}
