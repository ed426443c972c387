import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import type { FastifyRequest } from 'fastify';
import { Problem } from './problem.js';

// How the framework marks @Body() and @Query() arguments.
const BODY_ARGUMENT = '3:';
const QUERY_ARGUMENT = '4:';

/** A route that reads no query or no body refuses its fields: they are never ignored. Routes with a DTO check them there. */
@Injectable()
export class UnreadInputGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (!request.url.startsWith('/api/')) return true;
    const declared = Object.keys(
      (Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), context.getHandler().name) ??
        {}) as object,
    );
    const reads = (argument: string) => declared.some((key) => key.startsWith(argument));
    if (!reads(QUERY_ARGUMENT)) refuse(request.query, 'This address takes no query parameters.');
    if (!reads(BODY_ARGUMENT)) refuse(request.body, 'This address takes no body.');
    return true;
  }
}

function refuse(fields: unknown, detail: string): void {
  const given = Object.keys(fields ?? {});
  if (given.length === 0) return;
  throw new Problem(
    'bad-input',
    detail,
    given.map((path) => ({ path, message: 'unknown field' })),
  );
}
