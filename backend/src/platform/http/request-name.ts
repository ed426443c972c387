import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { v5 as uuidV5 } from 'uuid';
import { canonicalJson } from './canonical-json.js';

const NAMESPACE = '5d0c1f5e-2c3f-4f0a-9d0e-6b7c4f1a9e27';

/** Equal for requests that ask for the same. */
export const digestOf = (request: FastifyRequest): string =>
  createHash('sha256')
    .update(`${request.method} ${request.url}\n${canonicalJson(request.body ?? null)}`)
    .digest('base64url');

/** Who may not see each other's answers: somebody in a workspace. */
export const scopeOf = ({ asked }: FastifyRequest): string =>
  asked === undefined ? 'public' : `${asked.workspace}:${asked.actor}`;

/**
 * A UUID that a request shares with its repeats and with nothing else: from workspace, Idempotency-Key and what is
 * asked. What it leads to is named by it, so that a repeat finds it in the log even where the kept answer is lost.
 * undefined where the client gave no key.
 */
export const RequestName = createParamDecorator(
  (_: unknown, context: ExecutionContext): string | undefined => {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const key = request.headers['idempotency-key'];
    return typeof key === 'string'
      ? uuidV5(JSON.stringify([scopeOf(request), key, digestOf(request)]), NAMESPACE)
      : undefined;
  },
);
