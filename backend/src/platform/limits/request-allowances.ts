import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../http/problem.js';
import type { Log } from '../observability/log.js';
import { Sealing } from '../privacy/sealing.js';
import type { Caller } from '../security/caller.js';
import { LOG, REQUEST_LIMITS } from '../tokens.js';
import { Advances } from './advances.js';
import { Limits, type Limit, type Taken } from './limits.js';
import { networkOf } from './network-of.js';
import { ENTITLEMENTS, type Entitlements } from '../quotas/entitlements.js';
import { type RequestLimits, type RouteLimit } from './request-limits.js';

/** After a failure nothing is counted for so long: no more than a few requests wait for a Redis that does not answer. */
const REST_MS = 1_000;
const TELL_EVERY_MS = 60_000;

/** Takes one request from what its caller may ask, and tells them how much is left (draft-ietf-httpapi-ratelimit-headers). */
@Injectable()
export class RequestAllowances {
  private readonly advances: Advances;
  private restsUntil = -Infinity;
  private toldAt = -Infinity;

  constructor(
    private readonly limits: Limits,
    @Inject(REQUEST_LIMITS) private readonly table: RequestLimits,
    private readonly sealing: Sealing,
    @Inject(ENTITLEMENTS) private readonly entitlements: Entitlements,
    @Inject(LOG) private readonly log: Log,
  ) {
    this.advances = new Advances(limits);
  }

  /**
   * @param route as the router names it
   * @param caller undefined where nobody known asks, who is known by the network address then
   * @throws Problem 429 where nothing is left, 503 where it cannot be counted and must be
   */
  async take(
    request: FastifyRequest,
    reply: FastifyReply,
    route: string,
    caller: Caller | undefined,
  ): Promise<void> {
    const ofRoute = this.table.ofRoute[`${request.method} ${route}`];
    const limit = ofRoute ?? (caller ? await this.limitOf(caller) : this.table.ofAddress);
    const taken = await this.counted(limit, () => (caller ? nameOf(caller) : this.placeOf(request)));
    if (!taken) return letUncounted(ofRoute);
    void reply.headers({
      'ratelimit-policy': `"${limit.name}";q=${limit.most};w=${limit.perS}`,
      ratelimit: `"${limit.name}";r=${taken.left};t=${taken.resetS}`,
    });
    if (!taken.isAllowed)
      throw new Problem('too-many-requests', `Ask again in ${taken.retryAfterS} s.`, [], {
        'retry-after': String(taken.retryAfterS),
      });
  }

  private async limitOf({ workspaceId }: Caller): Promise<Limit> {
    return this.table.ofPlan[await this.entitlements.planOf(workspaceId)];
  }

  /** Undefined while Redis does not answer. */
  private async counted(limit: Limit, who: () => string): Promise<Taken | undefined> {
    if (this.limits.isAway || performance.now() < this.restsUntil) return this.uncounted();
    try {
      return await this.advances.take(limit, who());
    } catch (error) {
      this.restsUntil = performance.now() + REST_MS;
      return this.uncounted(error);
    }
  }

  private uncounted(error?: unknown): undefined {
    if (performance.now() - this.toldAt < TELL_EVERY_MS) return;
    this.toldAt = performance.now();
    this.log.write(
      'warn',
      'requests are not counted while Redis is away',
      error === undefined ? {} : { error },
    );
  }

  /** Nobody can read the address in Redis. */
  private placeOf({ ip }: FastifyRequest): string {
    return this.sealing.fingerprint('network addresses', networkOf(ip)).slice(0, 22);
  }
}

/** By person, not by device: signing in once more gives nothing more. */
const nameOf = ({ kind, accountId, credentialId }: Caller): string =>
  kind === 'person' ? accountId : credentialId;

function letUncounted(route: RouteLimit | undefined): void {
  if (route?.isClosedUncounted)
    throw new Problem('unavailable', 'This cannot be done safely for a moment.', [], { 'retry-after': '5' });
}
