import { Module } from '@nestjs/common';
import { HealthController } from './health.controller.js';
import { MissingForUseHandler } from './readiness.query.js';
import { StatusController } from './status.controller.js';

@Module({
  controllers: [HealthController, StatusController],
  providers: [MissingForUseHandler],
})
export class HealthModule {}
