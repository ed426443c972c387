import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../../../platform/http/problem.js';
import { REFRESH_TOKEN_LIFE_S } from './session-store.js';

/** By its prefix browsers take it from this very host alone: no neighbour below the same domain can plant one of theirs. */
const NAME = '__Host-dk_refresh';

/** Scripts cannot read it, other sites cannot make the browser send it. The prefix asks for `Secure` and for this path. */
const attributes = (lifeS: number): string => `Path=/; Max-Age=${lifeS}; HttpOnly; Secure; SameSite=Strict`;

export function setRefreshCookie(reply: FastifyReply, token: string): void {
  void reply.header('set-cookie', `${NAME}=${token}; ${attributes(REFRESH_TOKEN_LIFE_S)}`);
}

export function clearRefreshCookie(reply: FastifyReply): void {
  void reply.header('set-cookie', `${NAME}=; ${attributes(0)}`);
}

/**
 * The refresh token of a request that our own pages (or no page at all) sent.
 * @throws Problem 403 where another site did: the cookie's SameSite says so to browsers that know it, this to all others
 */
export function refreshTokenOf(request: FastifyRequest): string | undefined {
  const { origin, cookie = '', host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const isForeign = origin !== undefined && origin !== 'null' ? hostOf(origin) !== host : origin === 'null';
  if (isForeign || (site !== undefined && site !== 'same-origin' && site !== 'none'))
    throw new Problem('not-allowed', 'Only our own pages may ask for this.');
  for (const part of cookie.split(';')) {
    const [name, value] = part.trim().split('=');
    if (name === NAME && value) return value;
  }
  return undefined;
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
