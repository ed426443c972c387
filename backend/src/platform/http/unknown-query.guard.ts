import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import type { FastifyRequest } from 'fastify';
import { Problem } from './problem.js';

const QUERY_ARGUMENT = '4:'; // how the framework marks an @Query() argument

/** A route that reads no query refuses one: parameters are never ignored. Routes with a query DTO check it there. */
@Injectable()
export class UnknownQueryGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const given = Object.keys(request.query as object);
    if (given.length === 0 || !request.url.startsWith('/api/')) return true;
    const declared = (Reflect.getMetadata(
      ROUTE_ARGS_METADATA,
      context.getClass(),
      context.getHandler().name,
    ) ?? {}) as object;
    if (Object.keys(declared).some((key) => key.startsWith(QUERY_ARGUMENT))) return true;
    throw new Problem(
      'bad-input',
      'This address takes no query parameters.',
      given.map((path) => ({ path, message: 'unknown field' })),
    );
  }
}
