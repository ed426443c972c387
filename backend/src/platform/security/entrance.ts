import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { API_PREFIX, OUTSIDE_API } from '../http/addresses.js';
import { Problem } from '../http/problem.js';
import { Sealing } from '../privacy/sealing.js';
import { CLOCK, type Clock } from '../tokens.js';
import type { Caller } from './caller.js';
import { Gate } from './gate.js';
import { RoutePermissions } from './route-permissions.js';

/** What every request goes through before its body is read: who calls, whether they may, and what events will say about it. */
@Injectable()
export class Entrance {
  constructor(
    private readonly gate: Gate,
    private readonly routes: RoutePermissions,
    private readonly sealing: Sealing,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 401, 403 */
  async enter(request: FastifyRequest): Promise<void> {
    const route = request.routeOptions.url;
    // Nothing answers there: the filter of errors says so.
    if (route === undefined || !isOurs(route)) return;
    const permission = this.routes.of(request.method, route);
    if (permission === undefined) {
      if (request.is404 || route.includes('*')) return;
      throw new Problem('not-allowed', 'This address does not say who may call it.');
    }
    const caller = await this.gate.admit(request, permission);
    const at = new Date(this.clock()).toISOString();
    if (!caller) {
      request.asked = { requestId: request.id, actor: 'visitor', workspace: '', at };
      return;
    }
    request.caller = caller;
    request.asked = {
      requestId: request.id,
      actor: actorOf(caller),
      workspace: caller.workspaceId,
      at,
      ...(isRead(request) ? {} : { from: this.sealing.seal(caller.accountId, request.ip) }),
    };
  }
}

const isOurs = (route: string): boolean =>
  route.startsWith(`/${API_PREFIX}/`) || OUTSIDE_API.some((path) => route === `/${path}`);

const actorOf = ({ kind, accountId, credentialId }: Caller): string =>
  kind === 'person' ? accountId : `api-key-${credentialId}`;

const isRead = ({ method }: FastifyRequest): boolean => method === 'GET' || method === 'HEAD';
