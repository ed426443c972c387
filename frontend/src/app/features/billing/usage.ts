import type { Meter } from '../../api/billing.js';

const NEAR = 0.8;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** How much of a quota is used: near from 80 %, full from 100 %. */
export interface Usage {
  /** 0 to 1. */
  readonly share: number;
  readonly level: 'well' | 'near' | 'full';
  readonly left: number;
}

export function usageOf({ used, limit }: Pick<Meter, 'used' | 'limit'>): Usage {
  const share = limit === 0 ? 1 : Math.min(1, used / limit);
  return {
    share,
    level: used >= limit ? 'full' : share >= NEAR ? 'near' : 'well',
    left: Math.max(0, limit - used),
  };
}

/** How long until a moment, in the unit that a person would say it in; never less than a minute. */
export function timeLeft(iso: string, nowMs: number): { unit: 'hours' | 'minutes'; count: number } {
  const leftMs = Date.parse(iso) - nowMs;
  return leftMs >= HOUR_MS
    ? { unit: 'hours', count: Math.ceil(leftMs / HOUR_MS) }
    : { unit: 'minutes', count: Math.max(1, Math.ceil(leftMs / MINUTE_MS)) };
}
