import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { IdempotencyStore, RENEW_EVERY_MS, type Claimed } from './idempotency-store.js';
import { Problem } from './problem.js';
import { digestOf, scopeOf } from './request-name.js';

const KEY = /^[\x21-\x7e]{1,255}$/;
const LONGEST_WAIT_MS = 10_000;
const LOOK_EVERY_MS = 50;

/**
 * `Idempotency-Key` on any POST: the same key with the same body gets the same answer for 24 hours, whatever happened
 * since; with another body it is refused. Only good answers are kept, so what failed can be tried again.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly store: IdempotencyStore) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const key = request.headers['idempotency-key'];
    // Who signs in or registers is nobody yet: what they are answered is for them alone, and repeating it is harmless.
    if (request.method !== 'POST' || key === undefined || !request.caller) return next.handle();
    if (typeof key !== 'string' || !KEY.test(key))
      throw Problem.ofField('Idempotency-Key', 'must be 1 to 255 visible ASCII characters');
    return from(this.once(request, http.getResponse<FastifyReply>(), key, next));
  }

  private async once(
    request: FastifyRequest,
    reply: FastifyReply,
    key: string,
    next: CallHandler,
  ): Promise<unknown> {
    const scope = scopeOf(request);
    const digest = digestOf(request);
    const claimed = await this.claimed(scope, key, digest);
    if (claimed.kind === 'answered') {
      void reply.header('idempotency-replayed', 'true');
      return claimed.answer;
    }
    const renewing = setInterval(() => void this.store.renew(scope, key, claimed.claim), RENEW_EVERY_MS);
    try {
      const answer: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
      await this.store.keep(scope, key, digest, claimed.claim, answer ?? null);
      return answer;
    } catch (error) {
      await this.store.release(scope, key, claimed.claim);
      throw error;
    } finally {
      clearInterval(renewing);
    }
  }

  /** Waits for a twin of this request to end rather than refusing a double click. */
  private async claimed(
    scope: string,
    key: string,
    digest: string,
  ): Promise<Extract<Claimed, { kind: 'first' | 'answered' }>> {
    const deadline = Date.now() + LONGEST_WAIT_MS;
    for (;;) {
      const claimed = await this.store.claim(scope, key, digest);
      if (claimed.kind === 'first' || claimed.kind === 'answered') return claimed;
      if (claimed.kind === 'other-request')
        throw new Problem('idempotency-key-reused', 'Use a new Idempotency-Key for a new request.', [
          { path: 'Idempotency-Key', message: 'was used for another request within the last 24 hours' },
        ]);
      if (Date.now() > deadline)
        throw new Problem('in-progress', 'Ask again in a moment.', [], { 'retry-after': '1' });
      await pause(LOOK_EVERY_MS);
    }
  }
}
