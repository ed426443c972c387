import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../../../platform/http/problem.js';
import { REFRESH_TOKEN_LIFE_S } from './session-store.js';

const NAME = 'dk_refresh';
/** Sent to nothing but the addresses that need it. */
const PATH = '/api/v1/auth';

/** Scripts cannot read it, other sites cannot make the browser send it. */
const attributes = (lifeS: number): string =>
  `Path=${PATH}; Max-Age=${lifeS}; HttpOnly; Secure; SameSite=Strict`;

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
