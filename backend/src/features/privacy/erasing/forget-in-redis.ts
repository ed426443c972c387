import type { Redis } from 'ioredis';

const KEYS_AT_ONCE = 1_000;
/** Hash of when each API key was used last. */
const LAST_USED = 'api-keys:last-used';
/** Jobs name crawls and keywords, never persons, and a queue must not lose its inside. */
const QUEUES = 'bull:';

export interface Traces {
  /** Ids and fingerprints: whatever has one of them in its name goes. */
  readonly names: readonly string[];
  readonly apiKeys: readonly string[];
}

/** Limits, kept answers, half-done sign-ins: all that Redis remembers under the ids of a person. */
export async function forgetInRedis(redis: Redis, { names, apiKeys }: Traces): Promise<void> {
  if (apiKeys.length > 0) await redis.hdel(LAST_USED, ...apiKeys);
  let cursor = '0';
  do {
    const [next, keys] = await redis.scan(cursor, 'COUNT', KEYS_AT_ONCE);
    const theirs = keys.filter((key) => !key.startsWith(QUEUES) && names.some((name) => key.includes(name)));
    if (theirs.length > 0) await redis.unlink(...theirs);
    cursor = next;
  } while (cursor !== '0');
}
