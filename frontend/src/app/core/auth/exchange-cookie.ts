import { keep, readKept } from '../preferences/kept.js';
import type { Grant } from './token-keeper.js';

const MARK = 'refreshing';
/** An answer takes no longer than this; a page that was left before it came left its mark. */
const UNDER_WAY_MS = 3_000;

/**
 * Exchanges the refresh cookie for a token; null where the session is over. The request outlives the page that sent it, so that
 * its cookie arrives; whoever comes next waits for that: with the old cookie it would end the session.
 * @throws Error where the server did not answer as it should: the session may still be good
 */
export async function exchangeCookie(workspaceId?: string): Promise<Grant | null> {
  const restMs = Number(readKept(MARK) ?? 0) + UNDER_WAY_MS - Date.now();
  if (restMs > 0) await new Promise((resolve) => setTimeout(resolve, Math.min(restMs, UNDER_WAY_MS)));
  keep(MARK, String(Date.now()));
  try {
    const response = await fetch('/api/v1/auth/refresh', {
      method: 'POST',
      keepalive: true,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(workspaceId === undefined ? {} : { workspaceId }),
    });
    if (response.ok) return (await response.json()) as Grant;
    if (response.status === 401) return null;
    throw new Error(`The session could not be renewed: ${response.status}`);
  } finally {
    keep(MARK, '0');
  }
}
