import { applyDecorators, createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Asked } from '../../../contracts/events/asked.js';
import type { Caller } from './caller.js';
import type { Permission } from './permissions.js';

export const ACCESS = Symbol('who may call');

/** Name of the permission in an operation of the API document. */
export const X_PERMISSION = 'x-permission';

/**
 * Says who may call a route, or all routes of a controller, to the gate and in the API document. Every route must say so: see
 * `RoutePermissions`.
 */
export const Access = (permission: Permission) =>
  applyDecorators(SetMetadata(ACCESS, permission), ApiExtension(X_PERMISSION, permission));

declare module 'fastify' {
  interface FastifyRequest {
    /** Set at the gate, on routes that are not public. */
    caller?: Caller;
    asked?: Asked;
  }
}

/** Who calls: on routes that are not public. */
export const CalledBy = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!caller) throw new Error('a route that wants to know who calls must not be public');
  return caller;
});

/** Who asks, for which workspace, in which request. Events carry it. On public routes it is a visitor. */
export const AskedBy = createParamDecorator((_: unknown, context: ExecutionContext): Asked => {
  const { asked } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!asked) throw new Error('nobody passed the gate');
  return asked;
});
