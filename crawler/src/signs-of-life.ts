import type { Redis } from 'ioredis';
import {
  SIGN_OF_LIFE_EVERY_MS,
  SIGN_OF_LIFE_LASTS_MS,
  signOfLifeOf,
} from '../../backend/contracts/values/program.js';

/**
 * Says now and every few seconds that the crawler lives, to whoever asks the API whether all is there.
 * @returns what ends it; the last sign fades by itself
 */
export function giveSignsOfLife(redis: Pick<Redis, 'set' | 'status'>): () => void {
  const give = (): void => {
    // This connection keeps commands while Redis is away: many signs at once, later, would say nothing.
    if (redis.status === 'ready')
      void redis
        .set(signOfLifeOf('crawler'), new Date().toISOString(), 'PX', SIGN_OF_LIFE_LASTS_MS)
        .catch(() => undefined);
  };
  give();
  const timer = setInterval(give, SIGN_OF_LIFE_EVERY_MS);
  return () => clearInterval(timer);
}
