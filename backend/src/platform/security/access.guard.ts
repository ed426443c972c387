import { Inject, Injectable, Optional, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../http/problem.js';
import { CLOCK, type Clock } from '../tokens.js';
import { DEMO_WORKSPACE } from '../workspace.js';
import { ACCESS, type AccessLevel } from './access.js';

/** Lets in whom the route declares. Before there are accounts, a workspace route is open and means the demo workspace. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Optional() @Inject(CLOCK) private readonly clock: Clock = Date.now,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const level = this.reflector.getAllAndOverride<AccessLevel | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (level === undefined) throw new Problem('not-allowed', 'This address does not say who may call it.');
    if (level === 'workspace') {
      const request = context.switchToHttp().getRequest<FastifyRequest>();
      const at = new Date(this.clock()).toISOString();
      request.asked = { requestId: request.id, actor: 'visitor', workspace: DEMO_WORKSPACE, at };
    }
    return true;
  }
}
