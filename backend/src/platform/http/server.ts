import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyHttpOptions, FastifyReply, FastifyRequest } from 'fastify';
import { Metrics } from '../observability/metrics.js';
import type { Log } from '../observability/log.js';
import { LOG } from '../tokens.js';
import { SECURITY_HEADERS } from '../security/headers.js';
import { API_PREFIX, OUTSIDE_API } from './addresses.js';
import { holdsCardNumber } from './card-numbers.js';
import { answerClientError } from './client-error.js';
import { serveDashboard } from './dashboard.js';
import { Problem } from './problem.js';
import { Entrance } from '../security/entrance.js';
import { addServerHooks } from './server-hooks.js';

/** A posted batch of 1,000 observations fits. */
export const BODY_LIMIT_BYTES = 1_048_576;

const REQUEST_ID = /^[A-Za-z0-9_-]{8,64}$/;

/** A slow sender holds a connection no longer; a whole body of 1 MB arrives in it over any line. */
const REQUEST_TIMEOUT_MS = 30_000;
/** Nothing moved on the connection: longer than live updates are ever silent. */
const SILENCE_TIMEOUT_MS = 120_000;
const LOOK_AT_SLOW_ONES_MS = 5_000;

export interface AdapterOptions {
  /** Whose X-Forwarded-For is believed: nobody's, that of so many proxies, or that of those addresses. */
  readonly trustProxy?: false | number | string[];
  readonly requestTimeoutMs?: number;
}

export function createAdapter({
  trustProxy = false,
  requestTimeoutMs = REQUEST_TIMEOUT_MS,
}: AdapterOptions = {}): FastifyAdapter {
  const options: FastifyHttpOptions<Server> = {
    trustProxy: typeof trustProxy === 'number' ? (_address, hop) => hop < trustProxy : trustProxy,
    requestTimeout: requestTimeoutMs,
    connectionTimeout: SILENCE_TIMEOUT_MS,
    http: {
      // Node swaps the two where the time for the headers is the longer one.
      headersTimeout: requestTimeoutMs,
      connectionsCheckingInterval: Math.min(LOOK_AT_SLOW_ONES_MS, requestTimeoutMs),
    },
    bodyLimit: BODY_LIMIT_BYTES,
    // A caller's own id is taken over, so that a request can be followed through several programs.
    genReqId: (request) => {
      const given = request.headers['x-request-id'];
      return typeof given === 'string' && REQUEST_ID.test(given) && !holdsCardNumber(given)
        ? given
        : randomUUID();
    },
    routerOptions: { maxParamLength: 200 },
    // Live updates stay open for ever: closing must not wait for them.
    forceCloseConnections: true,
    clientErrorHandler: answerClientError,
    // An address that cannot be read is refused before there are routes, filters and hooks.
    frameworkErrors: (_error, request, reply) => {
      const problem = new Problem(
        'malformed-request',
        'The address is not correctly percent-encoded or too long.',
      );
      sendProblem(request, reply, problem);
    },
  };
  return new FastifyAdapter(options);
}

function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem): void {
  void reply
    .status(problem.status)
    .headers({ ...SECURITY_HEADERS, 'x-request-id': request.id })
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem.document(request.id)));
}

/** Everything that belongs to the application as a whole rather than to a module. Call it before `init` or `listen`. */
export async function configureHttp(
  app: NestFastifyApplication,
  options: { readonly dashboardFolder?: string; readonly corsOrigins?: readonly string[] } = {},
): Promise<void> {
  const server = app.getHttpAdapter().getInstance();
  addServerHooks(server, app.get<Log>(LOG), app.get(Metrics), app.get(Entrance), options.corsOrigins);
  app.setGlobalPrefix(API_PREFIX, { exclude: OUTSIDE_API });
  if (options.dashboardFolder !== undefined) await serveDashboard(server, options.dashboardFolder);
}
