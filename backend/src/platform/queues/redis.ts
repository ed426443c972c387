import { Redis } from 'ioredis';

const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 2_000;

const shared = {
  lazyConnect: true,
  // Reconnects for as long as the process lives; a store that is away makes requests fail, not the process.
  retryStrategy: (attempt: number) => Math.min(attempt * FIRST_RETRY_MS, LONGEST_RETRY_MS),
};

/** For requests: a command fails soon while Redis is away, so that nobody waits in vain. */
export const redisForRequests = (url: string, onError: (error: Error) => void): Redis => {
  const redis = new Redis(url, {
    ...shared,
    maxRetriesPerRequest: 1,
    connectTimeout: 2_000,
    commandTimeout: 2_000,
  });
  redis.on('error', onError);
  return redis;
};

/** For queues: BullMQ wants commands to wait until Redis is back. */
export const redisForQueues = (url: string, onError: (error: Error) => void): Redis => {
  const redis = new Redis(url, { ...shared, maxRetriesPerRequest: null });
  redis.on('error', onError);
  return redis;
};
