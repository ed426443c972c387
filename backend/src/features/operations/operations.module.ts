import { Module } from '@nestjs/common';
import { FollowersStatusHandler } from './followers-status.query.js';
import { ProjectionsController } from './projections.controller.js';

/** How the followers of the log are doing, and what an operator may do about it. */
@Module({
  controllers: [ProjectionsController],
  providers: [FollowersStatusHandler],
})
export class OperationsModule {}
