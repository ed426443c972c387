import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Log } from '../observability/log.js';
import type { Metrics } from '../observability/metrics.js';
import type { Entrance } from '../security/entrance.js';
import { SECURITY_HEADERS } from '../security/headers.js';
import { allowOrigins } from './cors.js';
import { refuseInheritedNames } from './inherited-names.js';
import { Problem } from './problem.js';
import { keepSignedBytes } from './signed-bytes.js';
import { refuseBrokenText } from './text-guard.js';

const JSON_BODY = /^application\/json\s*(?:;|$)/i;

const isApi = (request: FastifyRequest) => request.url.startsWith('/api/');

/** What happens to every request, whatever its route: request id, security headers, text that stores can hold, ETag, log. */
export function addServerHooks(
  server: FastifyInstance,
  log: Log,
  metrics: Metrics,
  entrance: Entrance,
  corsOrigins: readonly string[] = [],
): void {
  server.addHook('onRequest', (request, reply, done) => {
    void reply.headers({ ...SECURITY_HEADERS, 'x-request-id': request.id });
    forgetTypeOfNothing(request);
    if (!allowOrigins(corsOrigins, request, reply)) done();
  });
  // Before anything of the body is read.
  server.addHook('onRequest', (request, reply) => entrance.enter(request, reply));
  server.addHook('preParsing', (request, _reply, payload, done) => {
    refuseOtherMediaTypes(request.headers['content-type']);
    done(null, keepSignedBytes(request, payload));
  });
  server.addHook('preValidation', (request, _reply, done) => {
    refuseBrokenText(request.params);
    refuseBrokenText(request.query);
    refuseOtherBodies(request.body);
    refuseBrokenText(request.body, request.signedBytes !== undefined);
    if (isApi(request)) {
      refuseInheritedNames(request.query);
      refuseInheritedNames(request.body);
    }
    done();
  });
  server.addHook('onSend', (request, reply, payload, done) => {
    done(null, withEtag(request, reply, payload));
  });
  server.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    metrics.requestEnded(request.method, route, reply.statusCode, reply.elapsedTime / 1000);
    if (isApi(request))
      log.write('info', 'request', {
        requestId: request.id,
        method: request.method,
        route,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
      });
    done();
  });
}

/** Many clients name a type with every request, a DELETE without a body too: then there is nothing to read. */
function forgetTypeOfNothing({ headers }: FastifyRequest): void {
  const isEmpty = (headers['content-length'] ?? '0') === '0' && headers['transfer-encoding'] === undefined;
  if (isEmpty) delete headers['content-type'];
}

/**
 * Bodies are JSON. A browser sends forms and plain text to any address without asking first, so taking them would let
 * other sites write here.
 */
function refuseOtherMediaTypes(contentType: string | undefined): void {
  if (contentType === undefined || JSON_BODY.test(contentType)) return;
  throw new Problem('unsupported-media-type', 'Send the body as application/json.');
}

function refuseOtherBodies(body: unknown): void {
  if (body === undefined || (typeof body === 'object' && body !== null && !Array.isArray(body))) return;
  throw new Problem('malformed-request', 'The body must be a JSON object.');
}

/** Answers of the API are asked for again each time; one that did not change is not sent again. A route may know its ETag already. */
function withEtag(request: FastifyRequest, reply: FastifyReply, payload: unknown): unknown {
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (!isRead || !isApi(request) || reply.statusCode !== 200) return payload;
  const known = reply.getHeader('etag');
  if (typeof known !== 'string' && typeof payload !== 'string') return payload;
  const etag =
    typeof known === 'string' ? known : `"${createHash('sha1').update(String(payload)).digest('base64url')}"`;
  void reply.header('etag', etag);
  if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'private, no-cache');
  if (!matches(request.headers['if-none-match'], etag)) return payload;
  void reply.status(304).removeHeader('content-type').removeHeader('content-length');
  return null;
}

function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch
    .split(',')
    .some((given) => given.trim().replace(/^W\//, '') === etag || given.trim() === '*');
}
