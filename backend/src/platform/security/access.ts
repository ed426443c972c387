import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Asked } from '../../../contracts/events/asked.js';

/** public: anybody, without a token; workspace: a member of the workspace that the request is for. */
export type AccessLevel = 'public' | 'workspace';

export const ACCESS = Symbol('who may call');

/** Says who may call a route, or all routes of a controller. Every route must say so: see `requireDeclaredAccess`. */
export const Access = (level: AccessLevel) => SetMetadata(ACCESS, level);

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by AccessGuard on routes with workspace access. */
    asked?: Asked;
  }
}

/** Who asks, for which workspace, in which request: on routes with workspace access. Events carry it. */
export const AskedBy = createParamDecorator((_: unknown, context: ExecutionContext): Asked => {
  const { asked } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!asked) throw new Error('a route that wants to know who asks must have workspace access');
  return asked;
});
