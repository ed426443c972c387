import { createHash, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { z } from 'zod';
import { KeyRing } from '../privacy/key-ring.js';
import { closeBox, openBox } from '../privacy/master-keys.js';
import { RETENTION } from '../privacy/retention.js';
import { REDIS } from '../tokens.js';

const KEPT_S = RETENTION.idempotentAnswerS;
/** A request whose process does not renew its claim for this time is taken for dead: a repeat need not wait long. */
const CLAIM_MS = 2_500;
export const RENEW_EVERY_MS = 500;

const entrySchema = z.object({ request: z.string(), claim: z.string(), answer: z.string().optional() });

export type Claimed =
  | { readonly kind: 'first'; readonly claim: string }
  | { readonly kind: 'answered'; readonly answer: unknown }
  | { readonly kind: 'in-progress' }
  | { readonly kind: 'other-request' };

// Only the claim's holder may give it back or renew it: it may have run out and be somebody else's by now.
const RELEASE = `local e = redis.call('get', KEYS[1]); if e and cjson.decode(e).claim == ARGV[1] then return redis.call('del', KEYS[1]) end return 0`;

const RENEW = `local e = redis.call('get', KEYS[1]); if e and cjson.decode(e).claim == ARGV[1] then return redis.call('pexpire', KEYS[1], ARGV[2]) end return 0`;

/** Answers by Idempotency-Key, kept for 24 hours: encrypted, for an answer may hold a token or an API key that is shown once. */
@Injectable()
export class IdempotencyStore {
  private boxKey: Buffer | undefined;

  constructor(
    @Inject(REDIS) private readonly redis: Redis,
    private readonly ring: KeyRing,
  ) {}

  /** `scope` tells apart who asks; `request` is a digest of what is asked. */
  async claim(scope: string, key: string, request: string): Promise<Claimed> {
    const name = nameOf(scope, key);
    const claim = randomUUID();
    const got = await this.redis.set(name, JSON.stringify({ request, claim }), 'PX', CLAIM_MS, 'NX');
    if (got === 'OK') return { kind: 'first', claim };
    const found = await this.redis.get(name);
    if (found === null) return { kind: 'in-progress' }; // it ended at this very moment: look again
    const entry = entrySchema.parse(JSON.parse(found));
    if (entry.request !== request) return { kind: 'other-request' };
    if (entry.answer === undefined) return { kind: 'in-progress' };
    const answer = openBox(this.key(), Buffer.from(entry.answer, 'base64'), name).toString('utf8');
    return { kind: 'answered', answer: JSON.parse(answer) as unknown };
  }

  async keep(scope: string, key: string, request: string, claim: string, answer: unknown): Promise<void> {
    const name = nameOf(scope, key);
    const box = closeBox(this.key(), Buffer.from(JSON.stringify(answer)), name).toString('base64');
    await this.redis.set(name, JSON.stringify({ request, claim, answer: box }), 'EX', KEPT_S);
  }

  /** Says that the request is still being worked on. A Redis that is away is no reason to break it off. */
  async renew(scope: string, key: string, claim: string): Promise<void> {
    await this.redis.eval(RENEW, 1, nameOf(scope, key), claim, CLAIM_MS).catch(() => undefined);
  }

  async release(scope: string, key: string, claim: string): Promise<void> {
    await this.redis.eval(RELEASE, 1, nameOf(scope, key), claim);
  }

  private key(): Buffer {
    return (this.boxKey ??= this.ring.secret('kept answers'));
  }
}

const nameOf = (scope: string, key: string) =>
  `idempotency:${scope}:${createHash('sha256').update(key).digest('base64url')}`;
