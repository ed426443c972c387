import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyInstance {
    /** True where the dashboard is served. */
    hasDashboard: boolean;
  }
}

const YEAR_S = 31_536_000;
const HASHED_NAME = /-[A-Z0-9]{8}\.(?:js|css|woff2?|svg|png)$/i;

/**
 * Serves the built dashboard. Names with a hash never change; the page itself is asked for every time.
 * Answers false, and serves nothing, where it is not built.
 */
export async function serveDashboard(server: FastifyInstance, folder: string): Promise<boolean> {
  const isBuilt = existsSync(join(folder, 'index.html'));
  server.decorate('hasDashboard', isBuilt);
  if (!isBuilt) return false;
  await server.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: 'index.html',
    cacheControl: false,
    setHeaders(reply, path) {
      const caching = HASHED_NAME.test(path) ? `public, max-age=${YEAR_S}, immutable` : 'no-cache';
      void reply.header('cache-control', caching);
    },
  });
  return true;
}

/** The dashboard has routes of its own: an address that is neither the API's nor a file's shows the page. */
export function isDashboardRoute(request: FastifyRequest): boolean {
  const path = request.url.split('?')[0] ?? '/';
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  if (/^\/(?:api|health|metrics)(?:\/|$)/.test(path)) return false;
  return !/\.[a-z0-9]{1,5}$/i.test(path);
}

export const sendDashboard = (reply: FastifyReply): void => {
  void reply.status(200).sendFile('index.html');
};
