import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { API_PREFIX, OUTSIDE_API } from '../http/addresses.js';
import { Problem } from '../http/problem.js';
import { RequestAllowances } from '../limits/request-allowances.js';
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
    private readonly allowances: RequestAllowances,
    private readonly sealing: Sealing,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 401, 403, 429 */
  async enter(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const route = request.routeOptions.url;
    // Nothing answers there: the filter of errors says so.
    if (route === undefined || !isOurs(route)) return;
    const permission = this.routes.of(request.method, route);
    if (permission === undefined) {
      if (request.is404 || route.includes('*')) return;
      throw new Problem('not-allowed', 'This address does not say who may call it.');
    }
    const isPublic = permission === 'public';
    const caller = isPublic ? undefined : await this.gate.callerOf(request);
    // Those who are turned away have asked, too.
    if (isCounted(route)) await this.allowances.take(request, reply, route, caller);
    const at = new Date(this.clock()).toISOString();
    if (isPublic) {
      request.asked = { requestId: request.id, ownId: randomUUID(), actor: 'visitor', workspace: '', at };
      return;
    }
    const admitted = this.gate.admit(caller, permission);
    request.caller = admitted;
    request.asked = {
      requestId: request.id,
      // No event is named after a request that reads.
      ...(isRead(request) ? {} : { ownId: randomUUID() }),
      actor: actorOf(admitted),
      workspace: admitted.workspaceId,
      at,
      ...(isRead(request) ? {} : { from: this.sealing.seal(admitted.accountId, request.ip) }),
    };
  }
}

/** What machines ask all the time is not. */
const isCounted = (route: string): boolean => route.startsWith(`/${API_PREFIX}/`);

const isOurs = (route: string): boolean =>
  isCounted(route) || OUTSIDE_API.some((path) => route === `/${path}`);

const actorOf = ({ kind, accountId, credentialId }: Caller): string =>
  kind === 'person' ? accountId : `api-key-${credentialId}`;

const isRead = ({ method }: FastifyRequest): boolean => method === 'GET' || method === 'HEAD';
