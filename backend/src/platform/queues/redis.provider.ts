import type { FactoryProvider } from '@nestjs/common';
import type { Redis } from 'ioredis';
import type { Config } from '../config/config.js';
import type { Log } from '../observability/log.js';
import { CONFIG, LOG, REDIS } from '../tokens.js';
import { redisForRequests } from './redis.js';

export const redisProvider: FactoryProvider<Redis> = {
  provide: REDIS,
  inject: [CONFIG, LOG],
  useFactory: (config: Pick<Config, 'REDIS_URL'>, log: Log) =>
    redisForRequests(config.REDIS_URL, (error) =>
      log.write('warn', 'Redis is troubled', { error: error.message }),
    ),
};
