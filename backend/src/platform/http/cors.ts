import type { FastifyReply, FastifyRequest } from 'fastify';

const METHODS = 'GET, HEAD, POST, PUT, PATCH, DELETE';
const REQUEST_HEADERS = 'Authorization, Content-Type, Idempotency-Key, If-None-Match, X-Request-Id';
const ANSWER_HEADERS = 'ETag, Location, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id';
const PREFLIGHT_LIFE_S = '600';

/**
 * Pages of the listed origins may call the API (`*`: of all), with a token that they send themselves. Never with credentials: the one
 * cookie there is belongs to our own pages, and no other site may use it or learn what it opens.
 * @returns true where the request was a preflight and is answered
 */
export function allowOrigins(
  origins: readonly string[],
  request: FastifyRequest,
  reply: FastifyReply,
): boolean {
  if (origins.length === 0 || !request.url.startsWith('/api/')) return false;
  const isAny = origins.includes('*');
  // Else a cache would give the answer for one origin to another.
  if (!isAny) void reply.header('vary', 'Origin');
  const { origin } = request.headers;
  if (origin === undefined || !(isAny || origins.includes(origin))) return false;
  void reply.headers({
    'access-control-allow-origin': isAny ? '*' : origin,
    'access-control-expose-headers': ANSWER_HEADERS,
  });
  if (request.method !== 'OPTIONS' || request.headers['access-control-request-method'] === undefined)
    return false;
  void reply
    .status(204)
    .headers({
      'access-control-allow-methods': METHODS,
      'access-control-allow-headers': REQUEST_HEADERS,
      'access-control-max-age': PREFLIGHT_LIFE_S,
    })
    .send();
  return true;
}
