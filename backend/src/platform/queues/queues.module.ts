import { BullModule } from '@nestjs/bullmq';
import { Module } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { LOOKS_QUEUE } from '../../../contracts/jobs/looks.js';
import { REDIS } from '../tokens.js';
import { LooksGauge } from './looks-gauge.js';

/** The queue of looks as the API sees it: it asks for none itself (the reactor does) and tells how many there are. */
@Module({
  imports: [
    // The connection for requests: an API whose Redis is away says so at once instead of waiting.
    BullModule.forRootAsync({ inject: [REDIS], useFactory: (connection: Redis) => ({ connection }) }),
    BullModule.registerQueue({ name: LOOKS_QUEUE }),
  ],
  providers: [LooksGauge],
  exports: [LooksGauge],
})
export class QueuesModule {}
