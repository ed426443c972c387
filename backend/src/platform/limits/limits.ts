import { Inject, Injectable } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { REDIS } from '../tokens.js';

/** So many at once, and after that as many again, evenly spread over `perS` seconds. */
export interface Limit {
  /** Also the name in the `RateLimit-Policy` header. */
  readonly name: string;
  readonly most: number;
  readonly perS: number;
}

export interface Taken {
  readonly isAllowed: boolean;
  /** How many more would be allowed at once. */
  readonly left: number;
  /** Until everything is allowed again. */
  readonly resetS: number;
  /** Until one more is allowed; 0 where it is. */
  readonly retryAfterS: number;
}

/**
 * The generic cell rate algorithm: one number for each caller, the moment at which everything taken so far would have been spread out
 * evenly. Redis' own clock and one script make it right for several API processes at once.
 */
const TAKE = `
  local now = redis.call('TIME')
  local ms = now[1] * 1000 + math.floor(now[2] / 1000)
  local spacing = tonumber(ARGV[1])
  local burst = tonumber(ARGV[2])
  local tat = math.max(tonumber(redis.call('GET', KEYS[1]) or 0), ms)
  local next = tat + spacing
  local allowed = next - burst <= ms
  if allowed then
    redis.call('SET', KEYS[1], string.format('%.0f', next), 'PX', math.ceil(next - ms))
    tat = next
  end
  return { allowed and 1 or 0, math.floor((ms + burst - tat) / spacing), math.ceil(tat - ms), math.max(0, math.ceil(tat + spacing - burst - ms)) }
`;

/** How often things may happen, counted in Redis for all processes together. */
@Injectable()
export class Limits {
  constructor(@Inject(REDIS) private readonly redis: Redis) {}

  /** Takes one for `who`, who is no more readable in Redis than they are given here. */
  async take(limit: Limit, who: string): Promise<Taken> {
    const burstMs = limit.perS * 1_000;
    const answer = (await this.redis.eval(
      TAKE,
      1,
      `limit:${limit.name}:${who}`,
      burstMs / limit.most,
      burstMs,
    )) as [number, number, number, number];
    const [allowed, left, resetMs, retryMs] = answer;
    return {
      isAllowed: allowed === 1,
      left: Math.max(0, left),
      resetS: Math.ceil(resetMs / 1_000),
      retryAfterS: allowed === 1 ? 0 : Math.max(1, Math.ceil(retryMs / 1_000)),
    };
  }
}
