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
  /** As many as were asked for, or as there were. */
  readonly count: number;
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
  local ms = now[1] * 1000 + now[2] / 1000
  local spacing = tonumber(ARGV[1])
  local burst = tonumber(ARGV[2])
  local tat = math.max(tonumber(redis.call('GET', KEYS[1]) or 0), ms)
  local function free() return math.max(0, math.floor((ms + burst - tat) / spacing + 0.001)) end
  local taken = math.min(tonumber(ARGV[3]), free())
  if taken > 0 then
    tat = tat + taken * spacing
    redis.call('SET', KEYS[1], string.format('%.3f', tat), 'PX', math.max(1, math.ceil(tat - ms)))
  end
  return { taken, free(), math.ceil(tat - ms), math.max(0, math.ceil(tat + spacing - burst - ms)) }
`;

// Of the client's connection; before its first command it waits, and is not away.
const AWAY = new Set(['reconnecting', 'close', 'end']);

/** The other way round: what was taken by somebody who turned out to be welcome. */
const GIVE_BACK = `
  local now = redis.call('TIME')
  local ms = now[1] * 1000 + now[2] / 1000
  local tat = tonumber(redis.call('GET', KEYS[1]) or 0) - tonumber(ARGV[1])
  if tat > ms then
    redis.call('SET', KEYS[1], string.format('%.3f', tat), 'PX', math.max(1, math.ceil(tat - ms)))
  else
    redis.call('DEL', KEYS[1])
  end
`;

/** How often things may happen, counted in Redis for all processes together. */
@Injectable()
export class Limits {
  constructor(@Inject(REDIS) private readonly redis: Redis) {}

  /** True while there is no connection: then taking would wait for one. */
  get isAway(): boolean {
    return AWAY.has(this.redis.status);
  }

  /** One that was taken counts no more. */
  async giveBack(limit: Limit, who: string): Promise<void> {
    await this.redis.eval(GIVE_BACK, 1, keyOf(limit, who), (limit.perS * 1_000) / limit.most);
  }

  /** Takes one (or up to so many) for `who`, who is no more readable in Redis than they are given here. */
  async take(limit: Limit, who: string, wanted = 1): Promise<Taken> {
    const burstMs = limit.perS * 1_000;
    const answer = (await this.redis.eval(
      TAKE,
      1,
      keyOf(limit, who),
      burstMs / limit.most,
      burstMs,
      wanted,
    )) as [number, number, number, number];
    const [count, left, resetMs, retryMs] = answer;
    return {
      isAllowed: count > 0,
      count,
      left: Math.max(0, left),
      resetS: Math.ceil(resetMs / 1_000),
      retryAfterS: count > 0 ? 0 : Math.max(1, Math.ceil(retryMs / 1_000)),
    };
  }
}

const keyOf = ({ name }: Limit, who: string): string => `limit:${name}:${who}`;
