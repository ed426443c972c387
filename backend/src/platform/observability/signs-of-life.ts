import type { Redis } from 'ioredis';
import {
  SIGN_OF_LIFE_EVERY_MS,
  SIGN_OF_LIFE_LASTS_MS,
  signOfLifeOf,
  type Program,
} from '../../../contracts/values/program.js';

/**
 * Says now and every few seconds that this program lives. One that hangs says it no more than one that has ended. While Redis is away
 * nothing is said, and the program goes on.
 * @returns what ends it; the last sign fades by itself
 */
export function giveSignsOfLife(redis: Pick<Redis, 'set'>, program: Program): () => void {
  const give = () =>
    void redis
      .set(signOfLifeOf(program), new Date().toISOString(), 'PX', SIGN_OF_LIFE_LASTS_MS)
      .catch(() => undefined);
  give();
  const timer = setInterval(give, SIGN_OF_LIFE_EVERY_MS);
  return () => clearInterval(timer);
}

/** Those of the programs that have given no sign of late. */
export async function withoutSignOfLife(
  redis: Pick<Redis, 'mget'>,
  expected: readonly Program[],
): Promise<readonly Program[]> {
  if (expected.length === 0) return [];
  const signs = await redis.mget(expected.map(signOfLifeOf));
  return expected.filter((_, place) => signs[place] === null);
}
